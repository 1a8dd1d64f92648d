//! Which part of a package belongs to which.

use super::xml::Xml;
use crate::import::ReadError;

/// A relation of a part to another.
#[derive(Debug)]
pub struct Relation {
    /// The name by which the part speaks of it.
    pub id: String,
    /// The last word of its type: `officeDocument`, `styles`, `header`.
    pub kind: String,
    /// Name of the other part in the package.
    pub target: String,
}

/// Reads the relations of a part in `folder`.
pub fn read(text: &str, folder: &str, name: &str) -> Result<Vec<Relation>, ReadError> {
    let mut xml = Xml::new(text, name);
    let mut relations = Vec::new();
    while let Some(list) = xml.child()? {
        if list.name() != "Relationships" {
            xml.skip()?;
            continue;
        }
        while let Some(tag) = xml.child()? {
            let external = tag.attribute("TargetMode").as_deref() == Some("External");
            if let (Some(id), Some(kind), Some(target), false) =
                (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"), external)
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                relations.push(Relation { id, kind, target: resolve(folder, &target) });
            }
            xml.skip()?;
        }
    }
    Ok(relations)
}

/// A target as the name of a part: relative to the folder of the part that speaks of it.
fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}
