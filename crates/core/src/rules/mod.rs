//! What can be computed: expressions, the space of possible answers, and the search that makes results tight.
//! Policies, wording and totals do not belong here.

mod basis;
mod bonds;
mod classify;
mod ends;
mod explore;
mod judge;
mod links;
mod node;
mod point;
mod reads;
mod remember;
mod rows;
mod sound;
mod space;
mod value;
mod variables;

pub use basis::{Fact, Group, Link, Parameter, Rules, Series, Table, TableRow, Variable, VariableKind};
pub use bonds::Bond;
pub use explore::{Engine, Stop};
pub use links::Trail;
pub use node::{Comparison, CondId, Condition, Edges, End, Expression, Figure, FigureId, Slot, VarId};
pub use point::Point;
pub use reads::Reads;
pub use sound::GREATEST;
pub use space::{all_choices, Domain, Part, RowTest, Space, Split, MOST_CHOICES};
pub use variables::VarSet;
