//! The metadata packet of a file: title, publisher, dates, and the standards that it keeps to.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, ObjectId, Stream, dictionary};

use super::{literal, text};

/// What a file says about itself.
pub(crate) struct About<'a> {
    pub(crate) title: &'a str,
    pub(crate) keywords: &'a [String],
    pub(crate) publisher: &'a str,
    pub(crate) language: Option<&'a str>,
    /// As `2026-09-01`.
    pub(crate) date: Option<&'a str>,
    pub(crate) producer: &'a str,
}

impl About<'_> {
    /// Says it in a document: as its information, with these entries too, and in a packet of metadata, which this gives.
    pub(crate) fn write(&self, document: &mut Document, packet: String, more: &Dictionary) -> ObjectId {
        let mut info = dictionary! { "Title" => text(self.title), "Producer" => literal(self.producer) };
        if !self.keywords.is_empty() {
            info.set("Keywords", text(&self.keywords.join(", ")));
        }
        if !self.publisher.is_empty() {
            info.set("Author", text(self.publisher));
        }
        if let Some(date) = self.date {
            let date = format!("D:{}000000Z", date.replace('-', ""));
            info.set("CreationDate", literal(&date));
            info.set("ModDate", literal(&date));
        }
        info.extend(more);
        let info = document.add_object(info);
        document.trailer.set("Info", info);
        let metadata = Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet.into_bytes());
        document.add_object(metadata.with_compression(false))
    }
}

/// The standards that a file for the screen keeps to. PDF/A wants properties of other standards to be declared.
pub(crate) const SCREEN: &str = r#"<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"#;

const NAMESPACES: [(&str, &str); 11] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
    ("pdfxid", "http://www.npes.org/pdfx/ns/id/"),
    ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
];

/// The packet, with properties of the standards that the file keeps to.
pub(crate) fn packet(about: &About<'_>, standards: &str) -> String {
    let mut facts = String::from(standards);
    let mut fact = |name: &str, value: String| {
        let _ = write!(facts, "<{name}>{value}</{name}>");
    };
    let title = escaped(about.title);
    fact("dc:title", format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt>"));
    if !about.publisher.is_empty() {
        fact("dc:creator", format!("<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>", escaped(about.publisher)));
    }
    if let Some(language) = about.language {
        fact("dc:language", format!("<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag>", escaped(language)));
    }
    if !about.keywords.is_empty() {
        let items: Vec<String> = about.keywords.iter().map(|word| escaped(word)).collect();
        fact("dc:subject", format!("<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag>", items.join("</rdf:li><rdf:li>")));
        fact("pdf:Keywords", escaped(&about.keywords.join(", ")));
    }
    fact("pdf:Producer", escaped(about.producer));
    if let Some(date) = about.date {
        for name in ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"] {
            fact(name, format!("{date}T00:00:00Z"));
        }
    }
    let mut namespaces = String::new();
    for (prefix, uri) in NAMESPACES.iter().filter(|(prefix, _)| facts.contains(&format!("{prefix}:"))) {
        let _ = write!(namespaces, " xmlns:{prefix}=\"{uri}\"");
    }
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF{rdf}><rdf:Description rdf:about=\"\"{namespaces}>{facts}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>",
        rdf = " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"",
    )
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
