"""Is this survey fit to decide on? All rules, each applied where the data allow it."""

from collections.abc import Mapping
from typing import Any

from cxkit.stats.distributions import Answers, read_answers
from cxkit.stats.findings import SEVERITIES, Finding, Findings
from cxkit.stats.integrity_field import begging, changes, responses
from cxkit.stats.integrity_rows import duplicates, speeders, straight_liners
from cxkit.stats.integrity_scales import scales
from cxkit.stats.integrity_waves import bases, ceilings, jumps, mixes, rewarded_units
from cxkit.stats.row_scan import LEAST_RATED, scan
from cxkit.stats.survey import Survey


def integrity(frame: Any, survey: Survey | Mapping[str, Any]) -> Findings:
    """Look for what makes a survey's figures wrong, or less sure than their interval says.

    Parameters
    ----------
    frame : DataFrame, LazyFrame, relation, path, mapping or list of frames
        One row per person, as for `count_scores`.
    survey : Survey or mapping
        What was asked, of whom and how. A mapping is read by ``Survey.from_dict``.

    Returns
    -------
    Findings
        The heaviest first, each with severity, evidence, what it does to the figure and what to do,
        in both languages. ``outcome`` sums them up; ``unseen`` names the rules that could not be
        applied.

    Raises
    ------
    ValueError
        When a column that the survey names is not there.

    Notes
    -----
    False alarms are rare: of 300 simulated clean surveys of four waves none had a finding
    (``docs/statistics.md`` says how; ``tests/stats/test_integrity_alarms.py`` keeps it so). Limits
    stand as constants beside each rule: from there on somebody has to look. They are no law.

    Examples
    --------
    >>> answers = {"advice": [10, 9, 8, 7, 1, 2, 1, 10, 9, 8] * 20}
    >>> for finding in integrity(answers, Survey.of({"advice": (0, 10)})):
    ...     print(finding.severity, finding.says("en"))
    doubt Among 200 answers to “advice” there is no 0, while 40 people gave a 1 and 20 a 2.
    """
    if not isinstance(survey, Survey):
        survey = Survey.from_dict(survey)
    if isinstance(frame, dict):
        import pandas as pd  # late: heavy

        frame = pd.DataFrame(frame)
    answers = read_answers(frame, survey)
    found = [*scales(answers), *begging(survey), *bases(answers), *ceilings(answers)]
    unseen: dict[str, str] = {}
    found += _of_waves(frame, answers, unseen)
    found += _of_rows(frame, answers, unseen)
    found.sort(key=lambda one: SEVERITIES.index(one.severity))
    looked = tuple(rule for rule in RULES if rule not in unseen)
    return Findings(tuple(found), looked, unseen, answers.rows())


RULES = (
    "scales", "begging", "bases", "ceilings", "jumps", "changes", "responses", "mixes",
    "rewarded-units", "straight-liners", "speeders", "duplicates",
)  # fmt: skip


def _of_waves(frame: Any, answers: Answers, unseen: dict[str, str]) -> list[Finding]:
    survey = answers.survey
    found: list[Finding] = []
    if not (survey.invitations or any(one.invitation for one in survey.waves)):
        unseen["begging"] = "no-invitation"
    if len(answers.waves) < 2:
        reason = "no-wave-column" if not survey.wave else "one-wave"
        unseen |= dict.fromkeys(("jumps", "changes", "mixes"), reason)
    else:
        found += [*jumps(answers), *changes(answers)]
        if survey.segments:
            found += mixes(frame, answers)
        else:
            unseen["mixes"] = "no-segments"
    if any(one.invited for one in survey.waves) and answers.waves:
        found += responses(answers)
    else:
        unseen["responses"] = "no-invited"
    if survey.unit and any(survey.is_rewarded(wave) for wave in answers.waves or (None,)):
        found += rewarded_units(frame, answers)
    elif not survey.unit:
        unseen["rewarded-units"] = "no-unit-column"
    return found


def _of_rows(frame: Any, answers: Answers, unseen: dict[str, str]) -> list[Finding]:
    survey = answers.survey
    found: list[Finding] = []
    rows = scan(frame, survey, answers.items)
    if (rows.rated >= LEAST_RATED).any():
        found += straight_liners(rows)
    else:
        unseen["straight-liners"] = "few-items"
    if survey.duration:
        found += speeders(rows)
    else:
        unseen["speeders"] = "no-duration-column"
    found += duplicates(rows)
    if not survey.respondent:
        unseen["duplicates"] = "no-respondent-column"
    return found
