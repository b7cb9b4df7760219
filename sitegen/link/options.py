"""What the stage may be told, part by part."""

from dataclasses import dataclass, field

from .crosslinks import CrosslinkOptions
from .differences import DifferenceOptions
from .entities import EntityOptions
from .origins import OriginOptions
from .similar import SimilarOptions
from .statements import StatementOptions
from .stories import StoryOptions
from .subjects import TopicOptions
from .summary import SummaryOptions


@dataclass(frozen=True, slots=True)
class LinkOptions:
    """As `sitegen.yml` has them under `method`."""

    similar: SimilarOptions = field(default_factory=SimilarOptions)
    statements: StatementOptions = field(default_factory=StatementOptions)
    stories: StoryOptions = field(default_factory=StoryOptions)
    origins: OriginOptions = field(default_factory=OriginOptions)
    entities: EntityOptions = field(default_factory=EntityOptions)
    topics: TopicOptions = field(default_factory=TopicOptions)
    summary: SummaryOptions = field(default_factory=SummaryOptions)
    crosslinks: CrosslinkOptions = field(default_factory=CrosslinkOptions)
    differences: DifferenceOptions = field(default_factory=DifferenceOptions)
