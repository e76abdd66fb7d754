"""A survey file in Python: read, understood, counted."""

from collections.abc import Collection
from collections.abc import Mapping as Values
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cxkit.language import mark as _
from cxkit.survey.counting import Counted, count_survey
from cxkit.survey.errors import SurveyError
from cxkit.survey.mapping import Mapping
from cxkit.survey.opening import open_table
from cxkit.survey.profile import Profile, profile_of
from cxkit.survey.suggest import suggest
from cxkit.survey.table import Progress, Remark, Sheet, Table, no_progress
from cxkit.survey.understanding import Understanding, understand_all

if TYPE_CHECKING:
    from cxkit.stats import ScoreCounts

Codes = Collection[str | int | float]


@dataclass(frozen=True)
class SurveyFile:
    """A survey as it was read, with what its columns mean.

    Parameters
    ----------
    table : Table
        The rows, read in batches as often as needed.
    profile : Profile
        What stands in each column.
    mapping : Mapping
        What each column means: proposed, until somebody gives another one.
    """

    table: Table = field(repr=False)
    profile: Profile = field(repr=False)
    mapping: Mapping

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was understood of the file; ``remark.says("en")`` words it."""
        return self.table.remarks

    def understood(self) -> list[Understanding]:
        """Return, for each question, its base and what nobody has explained yet."""
        return understand_all(self.mapping, self.profile)

    def with_missing(self, codes: Codes | Values[str, Codes]) -> "SurveyFile":
        """Say which values stand for no answer.

        Parameters
        ----------
        codes : collection, or mapping of column to collection
            Such as ``[99, "n.d."]`` for all questions, or ``{"app": [0]}``.

        Returns
        -------
        SurveyFile
            The same file, read like this.
        """
        named = codes if isinstance(codes, Values) else {}
        general = () if isinstance(codes, Values) else codes
        strange = [name for name in named if self.mapping.question(name) is None]
        if strange:
            raise SurveyError(_("“{name}” is no question with scores."), name=strange[0][:60])
        questions = []
        for one in self.mapping.questions:
            own = (*general, *named.get(one.column, ()))
            there = (
                self.profile.columns[one.column].values
                if one.column in self.profile.columns
                else ()
            )
            told = [text for text in map(_as_written, own) if text in there]
            missing = tuple(dict.fromkeys((*one.missing, *told)))
            questions.append(one.model_copy(update={"missing": missing}))
        mapping = self.mapping.model_copy(update={"questions": tuple(questions)})
        return SurveyFile(self.table, self.profile, mapping)

    def with_mapping(self, mapping: Mapping) -> "SurveyFile":
        """Read the columns otherwise."""
        return SurveyFile(self.table, self.profile, mapping)

    def counted(self, progress: Progress = no_progress) -> Counted:
        """Count all questions: by wave, and by wave and group of each segment.

        Raises
        ------
        SurveyError
            While a value is neither a score nor said to be no answer.
        """
        return count_survey(self.table, self.mapping, self.profile, progress)

    def counts(self, by: str = "") -> "ScoreCounts":
        """Return the counts of all questions, by wave or by wave and the groups of a segment.

        Parameters
        ----------
        by : str
            One of ``mapping.segments``; the key of the counts is ``"group"``.

        Returns
        -------
        ScoreCounts
            With the key ``"wave"`` where the survey has waves.
        """
        counted = self.counted()
        if by and by not in counted.parts:
            raise SurveyError(
                _("“{name}” is no column of groups; there are: {known}."),
                name=by[:60], known=", ".join(counted.parts) or "–",
            )  # fmt: skip
        if by:
            return counted.parts[by]
        return counted.whole if self.mapping.wave else counted.whole.collapse()


def read_survey(
    path: str | Path, *, sheet: Sheet | None = None, progress: Progress = no_progress
) -> SurveyFile:
    """Read a survey: CSV, XLSX or Parquet, or a folder of such files; larger than memory too.

    Letters, delimiters, decimal commas, titles, merged names and dates are found out; what the
    columns mean is proposed. Codes such as 99 are never taken for missing without being asked.

    Parameters
    ----------
    path : str or Path
        The file or folder.
    sheet : Sheet, optional
        What to read otherwise: sheet, row with the names, encoding, delimiter.
    progress : callable, optional
        Is told from 0 to 1 how far the reading is.

    Returns
    -------
    SurveyFile
        To look at, correct and count.

    Raises
    ------
    SurveyError
        When it cannot be read; ``error.message("it")`` says why in Italian.

    Examples
    --------
    >>> from cxkit import nps
    >>> from cxkit.resources import samples
    >>> survey = read_survey(samples() / "bank_waves.csv").with_missing([99])
    >>> survey.mapping.wave, survey.mapping.question("raccomanda").scale
    ('onda', '0-10')
    >>> score = nps(survey.counts().select(wave="2015", item="raccomanda"))
    >>> round(score.estimate), score.n
    (2, 990)
    """
    table = open_table(path, sheet)
    profile = profile_of(table, progress)
    return SurveyFile(table, profile, suggest(profile))


def _as_written(code: str | float) -> str:
    if isinstance(code, float) and code.is_integer():
        return str(int(code))
    return str(code).strip()
