"""Desk places: where sentences, quotations and words stand that decisions are about, and where they may be now."""

from collections import Counter
from collections.abc import Iterable

from sitegen.errors import Problem
from sitegen.model import Analysis, DateDecision, Sentence, SentenceRef, SpeakerDecision
from sitegen.text import closest, line_of, normalise

SHOWN = 60


def stale(path: str, line: int, message: str, remedy: str) -> Problem:
    """That a decision matches nothing any more."""
    return Problem("decision-stale", "warning", message, path, line, 0, remedy)


def span_of(sentence: Sentence, words: str) -> tuple[int, int]:
    """Where `words` first stand in a sentence; (-1, -1): nowhere."""
    start = sentence.text.find(words)
    return (start, start + len(words)) if words and start >= 0 else (-1, -1)


class Places:
    """Where sentences, quotations and words stand: to match decisions, and to say where what they meant may be now."""

    def __init__(self, analyses: Iterable[Analysis]):
        self._analyses = {analysis.article.id: analysis for analysis in analyses}
        self._sentences = {s.id: s for analysis in self._analyses.values() for s in analysis.sentences}

    def quoted(self, decision: SpeakerDecision) -> list[str]:
        """The quotations of the sentence that have the words, as printed, each once."""
        wanted = normalise(decision.words)
        return list(dict.fromkeys(text for text in self._quotes(decision.sentence) if normalise(text) == wanted))

    def stale_speaker(self, decision: SpeakerDecision, path: str) -> Problem:
        quotes = self._quotes(decision.sentence)
        if decision.sentence not in self._sentences:
            return self._moved(decision, path)
        near = closest(decision.words, quotes)
        others = f"it quotes “{(near or quotes[0])[:SHOWN]}”" if quotes else "it quotes nothing"
        message = f"the sentence {decision.sentence} does not quote “{decision.words[:SHOWN]}”"
        return stale(path, decision.line, message, f"{others}; correct the words, or take the decision out")

    def stale_date(self, decision: DateDecision, path: str) -> Problem | None:
        sentence = self._sentences.get(decision.sentence)
        if sentence is None:
            return self._moved(decision, path)
        start, end = span_of(sentence, decision.words)
        dates = [d for d in self._analyses[sentence.article].dates if d.sentence == sentence.id]
        if start >= 0 and (decision.value or any(d.start < end and start < d.end for d in dates)):
            return None
        near = f"it dates “{dates[0].text[:SHOWN]}”; " if dates else ""
        what = "has no date" if start >= 0 else "has no words"
        message = f"the sentence {decision.sentence} {what} “{decision.words[:SHOWN]}”"
        return stale(path, decision.line, message, f"{near}correct the words, or take the decision out")

    def _quotes(self, sentence: str) -> list[str]:
        analysis = self._analyses.get(sentence.rpartition(".")[0])
        return [quote.text for quote in analysis.quotes if quote.sentence == sentence] if analysis else []

    def _moved(self, decision: SpeakerDecision | DateDecision, path: str) -> Problem:
        """That a sentence is gone: its words were changed, as its id has their digest, or its article is not there."""
        id_ = decision.sentence.rpartition(".")[0]
        analysis = self._analyses.get(id_)
        if analysis is None:
            return self._no_article(decision.sentence, decision.line, path)
        now = next((s for s in analysis.sentences if span_of(s, decision.words)[0] >= 0), None)
        message = f"no sentence of its article has the id {decision.sentence[:SHOWN]}: its words have changed"
        if now is None:
            return stale(path, decision.line, message, f"no sentence there has “{decision.words[:SHOWN]}”; take it out")
        line = line_of(analysis.article.text, now.start)
        remedy = f"if it is the one on line {line} now, write: sentence: {now.id}"
        return stale(path, decision.line, message, remedy)

    def _no_article(self, sentence: str, line: int, path: str) -> Problem:
        id_ = sentence.rpartition(".")[0]
        near = closest(id_, self._analyses)
        meant = f"did you mean “{near}”?" if near else "`sitegen explain FILE:LINE` shows ids."
        message = f"there is no sentence {sentence[:SHOWN]}, nor an article “{id_[:SHOWN]}”"
        return stale(path, line, message, f"{meant} Correct it, or take the decision out")

    def is_there(self, reference: SentenceRef) -> bool:
        return reference.id in self._sentences

    def stale_reference(self, reference: SentenceRef, line: int, path: str) -> Problem:
        """That no sentence has an id, with the one that is closest: by the words that stand behind it, else by the
        id."""
        id_ = reference.id.rpartition(".")[0]
        analysis = self._analyses.get(id_)
        if analysis is None:
            return self._no_article(reference.id, line, path)
        message = f"no sentence of its article has the id {reference.id[:SHOWN]}: its words have changed"
        near = _closest_in_words(reference.words, analysis.sentences)
        if near is None:
            of_id = closest(reference.id, [sentence.id for sentence in analysis.sentences])
            near = self._sentences.get(of_id or "")
        if near is None:
            remedy = f"`sitegen explain {analysis.article.id}` shows the ids that it has; correct it, or take it out"
            return stale(path, line, message, remedy)
        where = line_of(analysis.article.text, near.start)
        words = near.text if len(near.text) <= SHOWN else near.text[:SHOWN].rpartition(" ")[0] + " …"
        return stale(path, line, message, f"the closest is on line {where}: {near.id} (“{words}”)")

    def stale_article(self, article: str, line: int, path: str) -> Problem:
        near = closest(article, self._analyses)
        meant = f"did you mean “{near}”?" if near else "`sitegen explain FILE` shows ids."
        return stale(path, line, f"there is no article “{article[:SHOWN]}”", f"{meant} Correct it, or take it out")

    def has_article(self, article: str) -> bool:
        return article in self._analyses


def _closest_in_words(words: str, sentences: Iterable[Sentence]) -> Sentence | None:
    """The sentence that has most of some words, if it has half of them."""
    wanted = Counter(normalise(words).split())
    best, most = None, 0
    for sentence in sentences:
        common = (wanted & Counter(normalise(sentence.text).split())).total()
        if common > most:
            best, most = sentence, common
    return best if best and 2 * most >= wanted.total() else None
