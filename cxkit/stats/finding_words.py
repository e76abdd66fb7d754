"""What each finding says: the evidence, what it does to the figure, what to do about it."""

from typing import NamedTuple

from cxkit.language import mark as _


class FindingWords(NamedTuple):
    """The words of one finding, in English; the catalogue holds the Italian."""

    sign: str
    says: str
    effect: str
    next: str


WORDS: dict[str, FindingWords] = {
    "nps-scale": FindingWords(
        "scale",
        _("“{item}” was asked from {low} to {high} and is reported as an NPS."),
        _(
            "It is no NPS: promoters and detractors are defined on a scale from 0 to 10. The figure"
            " cannot be set beside any other NPS."
        ),
        _(
            "Do not show it. Report the mean or the share of the highest scores, and ask from 0 to"
            " 10 from the next wave on, as a new series."
        ),
    ),
    "nps-no-zero": FindingWords(
        "scale",
        _(
            "Among {n} answers to “{item}” there is no 0, while {ones} people gave a 1 and {twos} a"
            " 2."
        ),
        _(
            "The question was probably asked from 1 to 10. Then the figure is no NPS, and comes out"
            " lower or higher than one by an amount nobody knows."
        ),
        _("Look at the questionnaire and at the file as it arrived: could people choose 0?"),
    ),
    "no-zero": FindingWords(
        "scale",
        _("Among {n} answers to “{item}” there is no 0, though its scale is said to begin there."),
        _(
            "It may be that nobody was so dissatisfied; it may be that 0 could not be chosen, and"
            " the scale is another one."
        ),
        _("Look at the questionnaire: could people choose 0?"),
    ),
    "no-zero-in-wave": FindingWords(
        "scale",
        _(
            "“{item}” has no 0 among {n} answers in {waves}; at the rate of the other waves one"
            " would expect {expected}."
        ),
        _("In that wave the scale was probably another one: its figure belongs to no series."),
        _("Look at that wave’s questionnaire, and leave it out of the series until it is clear."),
    ),
    "outside-scale": FindingWords(
        "scale",
        _("“{item}” holds {n} values outside its scale from {low} to {high}: {seen}."),
        _(
            "If they stand for “no answer”, counting them as scores moves every figure; if they are"
            " answers, the scale is another one."
        ),
        _(
            "Ask whoever sent the file. Declare codes for missing answers, or give the scale as it"
            " was asked; until then there is no figure."
        ),
    ),
    "not-whole": FindingWords(
        "scale",
        _("“{item}” holds {n} scores that are no whole numbers, such as {seen}."),
        _("Somebody averaged or rescaled answers: shares and intervals no longer hold."),
        _("Ask for the answers as they were given, one row for each person."),
    ),
    "not-numbers": FindingWords(
        "scale",
        _("“{item}” cannot be read as scores: {reason}"),
        _("There is no figure for this question."),
        _("Correct the column or declare its codes for missing answers, then look again."),
    ),
    "short-scale": FindingWords(
        "scale",
        _(
            "Nobody among {n} people gave “{item}” more than {top}, on a scale said to end at"
            " {high}."
        ),
        _("The question was probably asked from {low} to {top}: shares of top scores are wrong."),
        _("Look at the questionnaire and correct the scale."),
    ),
    "begging": FindingWords(
        "begging",
        _("The invitation, or what staff say, asks for a score: “{seen}”."),
        _(
            "Such words push scores up by an amount nobody knows: the figure measures obedience"
            " together with satisfaction."
        ),
        _("Do not compare it with other waves. Send the invitation from outside the units."),
    ),
    "ceiling": FindingWords(
        "ceiling",
        _("{share}% or more gave “{item}” the highest score ({waves}; answers: {n} or more)."),
        _("The scale ends too early: improvement can no longer show, and units look alike."),
        _("Ask with more steps, or ask how often something happened."),
    ),
    "ceiling-all": FindingWords(
        "ceiling",
        _("{share}% of {n} gave “{item}” the highest score."),
        _("The scale ends too early: improvement can no longer show, and units look alike."),
        _("Ask with more steps, or ask how often something happened."),
    ),
    "jump": FindingWords(
        "ceiling",
        _(
            "In {waves} the share of highest scores for “{item}” rose from {before}% to {now}%, by"
            " {rise} points (95% interval: {low} to {high}; answers: {n_before}, then {n}). Other"
            " questions moved by {others} points."
        ),
        _("A jump of one question alone can come from how it was asked rather than from service."),
        _("Find out what changed in that wave before anybody is praised for it."),
    ),
    "jump-with-drop": FindingWords(
        "ceiling",
        _(
            "In {waves} the share of highest scores for “{item}” rose from {before}% to {now}%, by"
            " {rise} points (95% interval: {low} to {high}), while fewer people answered, or a"
            " smaller part of those invited (answers: {n_before}, then {n})."
        ),
        _(
            "Those who would have given low scores may be missing: the figure leans upwards by an"
            " amount nobody knows."
        ),
        _("Do not compare the two waves. Find out who was not asked or stopped answering."),
    ),
    "rewarded-units": FindingWords(
        "incentive",
        _(
            "In {waves} a high score paid, and units differ more on “{item}” than chance explains:"
            " from {least}% highest scores ({lowest}, answers: {n_least}) to {most}% ({highest},"
            " answers: {n_most})."
        ),
        _("Part of the difference can be how people ask for the score, not how they serve."),
        _("Do not rank units or pay by this wave. Check some interviews from the highest ones."),
    ),
    "flat": FindingWords(
        "flat",
        _("{n} of {base} people ({share}%) gave all of at least {items} questions the same score."),
        _("They hardly read the questions: drivers and differences between questions blur."),
        _("Look at the figures without them too, shorten the questionnaire, mix the questions."),
    ),
    "flat-interviewer": FindingWords(
        "flat",
        _(
            "{unit}: {n} of {base} interviews ({share}%) have the same score throughout; among the"
            " others {rest}%."
        ),
        _("Interviews may have been filled in without asking."),
        _("Call back some of these people, and leave the interviews out until it is clear."),
    ),
    "speeders": FindingWords(
        "flat",
        _(
            "{n} of {base} interviews were hurried through: less than {limit}, where half take"
            " {median} or more. Chance would make it about {expected}."
        ),
        _("Hurried answers are careless ones: they add noise and pull differences together."),
        _("Look at the figures without them too."),
    ),
    "speeders-interviewer": FindingWords(
        "flat",
        _(
            "{unit}: {n} of {base} interviews were hurried through ({share}%); among the others"
            " {rest}%."
        ),
        _("Interviews may have been filled in without asking."),
        _("Call back some of these people, and leave the interviews out until it is clear."),
    ),
    "double-ids": FindingWords(
        "respondents",
        _("{n} rows repeat the number of a respondent of the same wave."),
        _("They count twice: the base and the interval look better than they are."),
        _("Keep one row for each person, and ask how the second one came about."),
    ),
    "copies": FindingWords(
        "respondents",
        _(
            "{n} rows copy every score of another row of the same wave, under another number;"
            " chance would make it about {expected}."
        ),
        _("Answers were probably entered twice, or made up."),
        _("Compare them with the original questionnaires, and keep one of each."),
    ),
    "scale-changed": FindingWords(
        "breaks",
        _("“{item}” was asked {before} up to {earlier} and {now} in {waves}."),
        _("The two waves cannot be compared: the change is in the scale."),
        _("Begin a new series. Do not rescale the old scores."),
    ),
    "wording-changed": FindingWords(
        "breaks",
        _("The wording of “{item}” changed in {waves}."),
        _("A change of the figure can come from the new words."),
        _("Mark the break in every picture, or ask half the people each wording once."),
    ),
    "channel-changed": FindingWords(
        "breaks",
        _("In {waves} people were reached by {now}, before by {before}."),
        _("People answer differently to a voice and to a screen, and different people answer."),
        _("Mark the break in every picture, or use both ways side by side for one wave."),
    ),
    "sampling-changed": FindingWords(
        "breaks",
        _("In {waves} people were chosen differently ({now}, before {before})."),
        _("The waves speak of different people: a change can come from that alone."),
        _("Mark the break in every picture, and choose people as before."),
    ),
    "mix-changed": FindingWords(
        "breaks",
        _(
            "Who answers has changed: by “{unit}”, the part of {category} went from {before}% in"
            " {earlier} to {now}% in {waves} (answers: {n_before}, then {n})."
        ),
        _("A figure can move because other people answer, though nobody changed their mind."),
        _("Compare within each group, or use weights that bring the groups back to their part."),
    ),
    "low-response": FindingWords(
        "respondents",
        _("In {waves} {share}% of those invited answered ({n} of {invited})."),
        _("Those who did not answer may think otherwise, and the interval knows nothing of them."),
        _("Remind people once, ask fewer questions, and call some who did not answer."),
    ),
    "response-fall": FindingWords(
        "respondents",
        _("In {waves} {share}% of those invited answered, in the wave before {before}%."),
        _("The waves speak of different people: a change can come from that alone."),
        _("Find out who stopped answering, and call some of them."),
    ),
    "small-base": FindingWords(
        "base",
        _("“{item}” has fewer than {least} answers in {waves}."),
        _("Its figure there moves by chance."),
        _("Do not publish it: put waves together, or ask more people."),
    ),
    "small-base-all": FindingWords(
        "base",
        _("“{item}” has {n} answers, fewer than {least}."),
        _("Its figure moves by chance."),
        _("Do not publish it: ask more people."),
    ),
}
