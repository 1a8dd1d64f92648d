//! The user's own templates, a text each.

use super::{Drafts, Storage, StorageError, keys};
use crate::order;
use crate::template::{Template, TemplateError};

/// A template that the browser keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnTemplate {
    /// Its identity, for life.
    pub id: String,
    /// Its text as it is kept.
    pub text: String,
    /// The template, or why it cannot be read.
    pub template: Result<Template, TemplateError>,
}

impl<S: Storage> Drafts<S> {
    /// The user's own templates, in the order of their identities.
    pub fn templates(&self) -> Result<Vec<OwnTemplate>, StorageError> {
        let mut templates = Vec::new();
        for key in self.storage.keys()? {
            let Some(id) = key.strip_prefix(keys::TEMPLATE) else { continue };
            if let Some(text) = self.storage.get(&key)? {
                let template = Template::read(&text);
                templates.push(OwnTemplate { id: id.to_owned(), text, template });
            }
        }
        order::sort_by(&mut templates, |a, b| a.id.cmp(&b.id));
        Ok(templates)
    }

    /// Keeps the text of a template.
    ///
    /// # Errors
    /// When it is not kept whole; what was there before stays then.
    pub fn keep_template(&self, id: &str, text: &str) -> Result<(), StorageError> {
        self.put_whole(&format!("{}{id}", keys::TEMPLATE), text)
    }

    /// Forgets a template.
    pub fn forget_template(&self, id: &str) -> Result<(), StorageError> {
        self.remove_whole(&format!("{}{id}", keys::TEMPLATE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Decisions, Memory};

    fn template() -> Template {
        crate::template::all().next().unwrap().template
    }

    #[test]
    fn a_template_is_kept_and_forgotten() {
        let drafts = Drafts::new(Memory::default());
        let text = template().write();
        drafts.keep_template("một", &text).unwrap();
        drafts.keep_template("hai", r#"{"type":"ke-hoach-template","format":9}"#).unwrap();
        let kept = drafts.templates().unwrap();
        assert_eq!(kept[0].template, Err(TemplateError::Newer { format: 9 }));
        assert_eq!((&kept[1].text, &kept[1].template), (&text, &Ok(template())));
        drafts.forget_template("hai").unwrap();
        assert_eq!(drafts.templates().unwrap().len(), 1);
        assert_eq!(drafts.list().unwrap(), []);
    }

    #[test]
    fn a_backup_carries_the_templates() {
        let (here, there) = (Drafts::new(Memory::default()), Drafts::new(Memory::default()));
        here.keep_template("một", &template().write()).unwrap();
        let backup = here.backup("2026-11-21T08:00:00.000Z").unwrap();
        let read = crate::store::Backup::read(&backup.write()).unwrap();
        there.restore(&read, &Decisions::default(), "2026-11-22T08:00:00.000Z", || "id".into()).unwrap();
        assert_eq!(there.templates().unwrap(), here.templates().unwrap());
    }
}
