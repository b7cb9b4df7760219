"""Words that show a person: first names, roles before a name, honorifics. Data only, written by hand."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FIRST_NAMES = _words(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Aisha Alan Albert Alejandro Aleksandr Alex Alexander
    Alexandra Alexei Alexey Alexis Alfred Ali Alice Alicia Alison Allen Amanda Amir Amy Ana Anastasia Anders
    Andrea Andreas Andrei Andrew Andrey Andriy Angela Anita Ann Anna Anne Annie Anthony Antonio António Antony
    Arnold Arthur Ashley Ashraf Barack Barbara Barry Bashar Beatrice Ben Benjamin Bernard Bernie Beth Betty Bill
    Billy Bob Boris Brad Brandon Brenda Brett Brian Bruce Bryan Carl Carla Carlos Carol Caroline Carolyn
    Catherine Charles Charlie Charlotte Chris Christian Christina Christine Christopher Chuck Claire Clara
    Claude Claudia Colin Craig Cynthia Daniel Daniela David Deborah Denis Dennis Diana Diane Diego Dimitri
    Dmitri Dmitry Dominic Don Donald Donna Dorothy Doug Douglas Ed Eddie Edgar Edward Edwin Eleanor Elena Eli
    Elizabeth Ella Ellen Emily Emma Emmanuel Enrique Eric Erik Ernest Eugene Eva Evan Evelyn Fatima Federico
    Felix Fernando Florian Frances Francis Francisco François Frank Franklin Franz Fred Frederick Friedrich
    Gabriel Gareth Gary Gavin Geoff Geoffrey George Georgi Gerald Gerard Gerhard Gideon Gilbert Giorgia Giovanni
    Giuseppe Gloria Gordon Grace Graham Grant Greg Gregory Guy Hannah Hans Harold Harry Hassan Heather Hector
    Heinrich Helen Helena Helmut Henri Henry Herbert Hillary Howard Hugh Hugo Hussein Ian Ibrahim Igor Ilya
    Imran Ingrid Irene Irina Isaac Isabel Ismail Ivan Jack Jackie Jacob Jacques Jake James Jamie Jan Jane Janet
    Jared Jason Javier Jay Jean Jeff Jeffrey Jennifer Jens Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan
    Joanna Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge Jose José Josef Joseph Joshua
    Juan Judith Julia Julian Julie Jürgen Justin Kaja Kamala Karen Karim Karl Kate Katherine Kathleen Kathy
    Katie Keir Keith Kelly Ken Kenneth Kevin Khaled Kim Kirill Klaus Kofi Konstantin Kristen Kurt Kyle Larry
    Lars Laura Lauren Laurence Lawrence Leo Leon Leonard Leonid Leslie Lewis Liam Linda Lindsey Lisa Liz Lloyd
    Lois Louis Louise Luca Lucas Lucy Luis Luke Lula Lydia Lynn Madeleine Magnus Mahmoud Malcolm Manuel Marc
    Marcel Marco Marcus Margaret Maria María Marie Marine Mario Mark Marsha Martha Martin Marvin Mary Masoud
    Matt Matteo Matthew Maurice Max Megan Mehmet Melanie Melissa Michael Michel Michelle Miguel Mike Mikhail
    Mitch Mitt Mohamed Mohammad Mohammed Moon Morgan Muhammad Mustafa Mykhailo Nadia Nancy Naomi Narendra
    Natalia Natalie Nathan Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Nikita Nikki Nikolai Nils Noah
    Noel Nora Norman Olaf Oleg Oleksandr Olena Olga Oliver Olivia Omar Oscar Osama Otto Owen Pablo Pamela
    Patricia Patrick Paul Paula Pavel Pedro Penny Pete Peter Petro Phil Philip Philippe Phillip Pierre Piotr
    Quentin Rachel Rafael Rahm Ralph Ramon Randy Raúl Ray Raymond Rebecca Recep Reinhard Rene René Rex Ricardo
    Richard Rick Rishi Rita Rob Robert Roberto Robin Rodrigo Roger Roland Ron Ronald Rosa Rose Ross Roy Rudolf
    Rudy Russell Rustem Ruth Ryan Salman Salvador Sam Samantha Samuel Sandra Sara Sarah Saul Scott Sean
    Sebastian Serge Sergei Sergey Sergio Shane Sharon Sheila Shinzo Sigmar Silvio Simon Sofia Sonia Sophie Stan
    Stanislav Stanley Stefan Stella Stephanie Stephen Steve Steven Stuart Sue Susan Susanne Suzanne Sylvia Taro
    Tariq Ted Teresa Terry Thabo Theodore Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Tyler Ulrich
    Ursula Vadim Valentina Valery Vanessa Vasily Vera Veronica Viktor Victor Victoria Vincent Virginia Vitaly
    Vivian Vladimir Volodymyr Walter Warren Wayne Wendy Werner Will William Wolfgang Xavier Xi Yasser Yevgeny
    Yitzhak Yoko Yulia Yuri Yusuf Yves Zoe"""
)
"""The commonest in news in English; a name that begins with one is of a person."""

HONORIFICS = _words(
    "Mr Mrs Ms Miss Mx Dr Sir Dame Lord Lady Prof Professor Rev Reverend Father Sister Saint St King Queen Prince "
    "Princess Emperor Sheikh Sultan Ayatollah Imam Pope Cardinal Bishop Archbishop Rabbi"
)

ROLES = _words(
    """President Chancellor Minister Premier Secretary Senator Sen Congressman Congresswoman Representative Rep
    Governor Gov Mayor Councillor Speaker Ambassador Envoy Commissioner Commander General Gen Lieutenant Lt
    Colonel Col Major Maj Captain Capt Sergeant Sgt Admiral Adm Marshal Brigadier Corporal Private Officer
    Inspector Detective Sheriff Chief Director Chairman Chairwoman Chair CEO CFO COO Executive Founder Judge
    Justice Prosecutor Attorney Counsel Lawyer Spokesman Spokeswoman Spokesperson Adviser Advisor Analyst
    Economist Editor Reporter Correspondent Journalist Coach Manager Captain Leader Deputy Vice Negotiator
    Delegate MP MEP MSP Head Undersecretary Comptroller Coordinator Representative Candidate Activist Dictator
    Actor Actress Singer Author Historian Scientist Whip"""
)
"""Before a name they are no part of it, and say that it is of a person."""

ROLE_WORDS = _words(
    """Prime Foreign Defence Defense Interior Finance Home Press Supreme Allied Special Acting Former Interim Deputy
    Vice Chief Senior Managing Attorney Health Justice Energy Trade Education Economy Environment Labor Labour
    Agriculture Executive National Security Communications Campaign State Treasury Commerce Majority Minority
    House Senate Assistant Associate Operating Financial Technology Information Permanent Under High Late Police
    First Major Lieutenant Brigadier Vice"""
)
"""Parts of a role in front of the words above: `Deputy Prime Minister`, `House Speaker`."""

LOWER_ROLES = frozenset(word.lower() for word in ROLES) | _words(
    "envoy negotiator son-in-law wife husband daughter son father mother brother sister widow billionaire businessman"
)
"""In small letters just before a name, the same."""

PARTICLES = _words("von van der den de la del della di da dos du le bin ibn al el ben abu ter zu")
"""Small words inside a person's name."""
