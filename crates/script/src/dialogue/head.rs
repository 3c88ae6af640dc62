//! The head of a script, and the words that its layout prints.

use serviceline_core::Words;

/// The words that the layout itself prints, all of them in capitals.
#[derive(Clone, Debug)]
pub struct Labels {
    /// Before what is read word for word.
    pub say: Words,
    /// Before what is told in one's own words.
    pub tell: Words,
    /// Before a question.
    pub ask: Words,
    /// Before an action.
    pub act: Words,
    /// Before what to listen for.
    pub listen: Words,
    /// Before a remark for the agent.
    pub note: Words,
    /// A second of silence.
    pub pause: Words,
    /// Before the condition of a choice.
    pub when: Words,
    /// Before a way that is always taken.
    pub then: Words,
    /// Before the step that a choice leads to.
    pub go_to: Words,
    /// Before the code that ends a call.
    pub disposition: Words,
    /// Before a code that is kept for the end.
    pub code: Words,
    /// The next question of the same step.
    pub next: Words,
    /// The step that was left for an emergency.
    pub back: Words,
    /// Before the entry that an entry of the index points to.
    pub see: Words,
    /// After a number of seconds.
    pub seconds: Words,
    /// In a transcript, before the number of a call.
    pub call: Words,
    /// In a transcript, before what the agent says.
    pub agent: Words,
    /// In a transcript, before what the caller says.
    pub caller: Words,
}

/// Who answers for a script, and how to read it.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// Lines of the masthead: what stands left, and what stands right.
    pub masthead: Vec<[Words; 2]>,
    /// Names and values; two of them share a line.
    pub facts: Vec<Vec<Field>>,
    /// Remarks, each a paragraph.
    pub notices: Vec<Words>,
    /// What is still missing, in a draft.
    pub gaps: Vec<Words>,
    /// The title of the legend.
    pub legend_title: Words,
    /// What each cue means.
    pub legend: Vec<[Words; 2]>,
}

/// A name, and the lines of its value.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is.
    pub name: Words,
    /// What it says.
    pub lines: Vec<Words>,
}
