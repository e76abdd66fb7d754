"""The desk's own words; the script knows the keys only."""

from functools import cache

from cxkit.language import Lang, translator
from cxkit.language import mark as _
from cxkit.survey.mapping import PERIODS, SCALES, scale_words
from cxkit.survey.text_table import DELIMITERS

ENCODINGS = ("utf-8", "cp1252", "utf-16", "cp850")

WORDS = {
    "step_file": _("1 · The answers"),
    "sample": _("Use the bank’s invented answers"),
    "sample_hint": _("Eight waves from 2008, about a thousand telephone interviews each. "
"Nobody really answered: it is all invented, with things to find."),
    "own": _("Bring your own file"),
    "own_hint": _("CSV, XLSX or Parquet, up to {mb} MB, one row for each person. Drop it "
"here or choose it."),
    "private": _("The file stays with this workbook, on the machine that runs it. Only you "
"and who shares the workbook can read it. “Remove the file” deletes it "
"for good; so does deleting the workbook. Take names, addresses and "
"numbers of customers out before: they are not needed."),
    "another": _("Another file"),
    "remove": _("Remove the file"),
    "remove_sure": _("Remove the file and its figures from here? What was written into the "
"exercises stays."),
    "keep": _("Keep it"),
    "size": _("{rows} rows, {columns} columns, {size}"),
    "kept": _("here since {day}"),
    "invented": _("invented data"),
    "otherwise": _("Read it otherwise"),
    "sheet": _("Sheet"),
    "header_row": _("Row with the names (0: none)"),
    "encoding": _("Letters"),
    "delimiter": _("Columns parted by"),
    "as_found": _("as found"),
    "read_again": _("Read again"),
    "uploading": _("The file is on its way"),
    "reading_file": _("Reading the file"),
    "counting": _("Counting the answers"),
    "stop": _("Stop"),
    "stopped": _("Stopped. Nothing was changed."),
    "step_map": _("2 · What the columns mean"),
    "map_hint": _("This is what we understood. Nothing is counted until you have looked at "
"it and confirmed it."),
    "columns": _("Columns and questions"),
    "reading": _("Name, scale and figure"),
    "everywhere": _("“{value}” is no answer in all {n} questions"),
    "none": _("no column"),
    "nowhere": _("no touchpoint"),
    "wave": _("Wave"),
    "wave_hint": _("Which column says when people were asked?"),
    "period": _("Dates count"),
    "respondent": _("Number of the interview"),
    "weight": _("Weight"),
    "weight_hint": _("Brings the answers back to the shares of all customers."),
    "duration": _("Length of the interview"),
    "comment": _("Comment"),
    "unit": _("Branch or shop"),
    "interviewer": _("Interviewer"),
    "segments": _("Groups of people to look at"),
    "segments_hint": _("Up to twelve columns, such as age band or channel."),
    "questions": _("Questions with scores"),
    "more": _("Further columns"),
    "label": _("What people call it"),
    "scale": _("Scale as it was asked"),
    "figure": _("Figure"),
    "figure_nps": _("NPS"),
    "figure_share": _("share of the highest scores"),
    "figure_mean": _("mean"),
    "role": _("Stands for"),
    "role_outcome": _("the whole"),
    "role_detail": _("one aspect"),
    "role_focus": _("focus module"),
    "role_context": _("something else"),
    "touchpoint": _("Touchpoint of your map"),
    "use": _("Count “{name}”"),
    "base": _("Base: {answers} answers"),
    "blank": _("{n} blank"),
    "no_answers": _("{n} no answers"),
    "is_missing": _("“{value}”, {n} times: no answer"),
    "zero_answer": _("“{value}”, {n} times: an answer, the lowest score"),
    "all_missing": _("All of these are no answers"),
    "outside_hint": _("These values are not on the scale. Say that they are no answers, or "
"choose another scale."),
    "doubtful_hint": _("So many zeros: the lowest score, or “not applicable”?"),
    "stopped_scale": _("An NPS is asked from 0 to 10. On this scale none will be shown; choose "
"the mean or the share."),
    "examples": _("For example: {values}"),
    "as_scores": _("Read as scores"),
    "open_many": _("Still to decide: {n}. Look at the questions marked in amber."),
    "ready": _("Everything is explained. Look at the bases once more, then confirm."),
    "confirm": _("Confirm and count"),
    "confirm_again": _("Count again"),
    "step_figures": _("3 · The figures"),
    "wave_shown": _("Wave"),
    "says": _("What it says"),
    "limits": _("What it does not say"),
    "gaps": _("Take a gap to the action plan"),
    "gaps_hint": _("It goes with base and margin into the cycle’s gap table of chapter 8 and "
"is linked here."),
    "take": _("Take “{name}”"),
    "taken": _("“{name}” is in the gap table of chapter 8."),
    "fill": _("Write these figures into “{title}”"),
    "filled": _("Written into “{title}”. Your own texts have stayed."),
    "lost": _("The connection broke while the file was on its way. Choose it again."),
    "too_large": _("The file has {size} MB; up to {mb} MB can be brought here."),
}  # fmt: skip


@cache
def desk_words(lang: Lang) -> dict[str, str]:
    """Return the desk's words in one language."""
    tr = translator(lang)
    return {key: tr(words) for key, words in WORDS.items()}


@cache
def desk_choices(lang: Lang) -> dict[str, list[dict[str, str]]]:
    """Return what the desk's lists offer."""
    tr = translator(lang)
    return {
        "scales": [{"value": scale, "label": scale_words(scale, lang)} for scale in SCALES],
        "periods": [{"value": key, "label": tr(words)} for key, words in PERIODS.items()],
        "encodings": [{"value": name, "label": name} for name in ENCODINGS],
        "delimiters": [{"value": one, "label": tr(words)} for one, words in DELIMITERS.items()],
    }  # fmt: skip
