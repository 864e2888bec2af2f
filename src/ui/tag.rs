//! Elements built by calls: `tag("p.quiet[role=note]").text("…")`. `html!` writes every attribute and child list out in
//! place, which made the screens three times as large to download; what it makes is the same. Knows no word and no style
//! of the widget.

use std::rc::Rc;
use yew::html::{onblur, onchange, onclick, oninput, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{AttrValue, Listener, VList, VNode, VTag};

/// An element under construction.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag(Rc<VTag>);

/// An element as a selector would find it: `name`, `.class`es, `[attribute=value]`s or bare `[attribute]`s, in this order.
#[inline(never)]
pub fn tag(selector: &'static str) -> Tag {
    let (head, attributes) = selector.split_once('[').unwrap_or((selector, ""));
    let (name, classes) = head.split_once('.').unwrap_or((head, ""));
    let mut built = Tag(Rc::new(VTag::new(name)));
    if !classes.is_empty() {
        // Several classes are rare, so the text is made anew only for them.
        built = if classes.contains('.') {
            built.set("class", &classes.replace('.', " "))
        } else {
            built.is("class", classes)
        };
    }
    for attribute in attributes.split(['[', ']']).filter(|attribute| !attribute.is_empty()) {
        let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
        built = built.is(name, value);
    }
    built
}

impl Tag {
    /// No element, only what is added to it; taken out again by [`Tag::loose`].
    pub fn bare() -> Self {
        tag("")
    }

    /// What was added to [`Tag::bare`].
    #[inline(never)]
    pub fn loose(mut self) -> VNode {
        self.inner().children_mut().map(std::mem::take).unwrap_or_default()
    }

    fn inner(&mut self) -> &mut VTag {
        Rc::make_mut(&mut self.0)
    }

    fn attribute(&mut self, name: &'static str, value: AttrValue) {
        self.inner().add_attribute(name, value);
    }

    /// Sets an attribute to a word of the program.
    #[inline(never)]
    pub fn is(mut self, name: &'static str, value: &'static str) -> Self {
        self.attribute(name, AttrValue::Static(value));
        self
    }

    /// Sets an attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: &str) -> Self {
        self.attribute(name, AttrValue::from(value.to_owned()));
        self
    }

    /// Sets an attribute that reads `true` or `false`.
    pub fn says(self, name: &'static str, holds: bool) -> Self {
        self.is(name, if holds { "true" } else { "false" })
    }

    /// Sets what an `<input>` or `<textarea>` holds.
    #[inline(never)]
    pub fn value(mut self, value: &str) -> Self {
        self.inner().set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// Says whether a radio or checkbox is chosen.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> Self {
        self.inner().set_checked(checked);
        self
    }

    #[inline(never)]
    fn listen(mut self, listener: Rc<dyn Listener>) -> Self {
        self.inner().add_listener(listener);
        self
    }

    /// Says what a click does.
    pub fn on_click(self, does: Callback<MouseEvent>) -> Self {
        self.listen(Rc::new(onclick::Wrapper::new(does)))
    }

    /// Says what a finished change does.
    pub fn on_change(self, does: Callback<Event>) -> Self {
        self.listen(Rc::new(onchange::Wrapper::new(does)))
    }

    /// Says what each key does.
    pub fn on_input(self, does: Callback<InputEvent>) -> Self {
        self.listen(Rc::new(oninput::Wrapper::new(does)))
    }

    /// Says what leaving a field does.
    pub fn on_blur(self, does: Callback<FocusEvent>) -> Self {
        self.listen(Rc::new(onblur::Wrapper::new(does)))
    }

    /// Says what sending a form does.
    pub fn on_submit(self, does: Callback<SubmitEvent>) -> Self {
        self.listen(Rc::new(onsubmit::Wrapper::new(does)))
    }

    /// Names the element among its siblings.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        self.inner().key = Some(key.into());
        self
    }

    /// Says words; an element that says words holds nothing else.
    ///
    /// A browser that translates the page puts nodes of its own in place of text nodes; a text node that Yew still holds
    /// and writes to is then no longer on the page. So the words are given to the element, which stays.
    #[inline(never)]
    pub fn text(mut self, words: &str) -> Self {
        #[cfg(target_arch = "wasm32")]
        self.inner().add_property("textContent", words);
        #[cfg(not(target_arch = "wasm32"))]
        {
            debug_assert!(
                self.0.children().is_none_or(|held| *held == VNode::default()),
                "`{words}` would take its place"
            );
            self.inner().add_child(yew::virtual_dom::VText::new(words.to_owned()).into());
        }
        self
    }

    /// Adds an element.
    #[inline(never)]
    pub fn with(self, child: Tag) -> Self {
        self.node(VNode::VTag(child.0))
    }

    /// Adds an element where there is one; else its place is kept, so that those around it stay what they are.
    #[inline(never)]
    pub fn with_some(self, child: Option<Tag>) -> Self {
        self.node(child.map_or_else(VNode::default, VNode::from))
    }

    /// Adds elements in one place, so that those around them stay what they are however many come.
    pub fn each(self, children: impl IntoIterator<Item = Tag>) -> Self {
        let mut list = VList::new();
        for child in children {
            list.add_child(child.into());
        }
        self.node(list.into())
    }

    /// Adds a node.
    #[inline(never)]
    pub fn node(mut self, child: VNode) -> Self {
        debug_assert!(!self.0.children().is_some_and(says_words), "an element that says words holds nothing else");
        self.inner().add_child(child);
        self
    }
}

/// Are these children the words of [`Tag::text`].
fn says_words(children: &VNode) -> bool {
    let is_text = |child: &VNode| matches!(child, VNode::VText(_));
    is_text(children) || matches!(children, VNode::VList(list) if list.iter().any(is_text))
}

impl From<Tag> for VNode {
    fn from(tag: Tag) -> Self {
        Self::VTag(tag.0)
    }
}
