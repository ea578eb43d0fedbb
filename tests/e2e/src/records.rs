//! Records in storage as other windows and other days would have left them.

use serde_json::{Value, json};

use crate::page::Page;

/// Writes records the way the program does; a law of its own holds that way to these bytes.
const SCRIPT: &str = "
    const [records] = arguments;
    const sum = (text) => {
        let [high, low] = [0xcbf29ce4, 0x84222325];
        for (const byte of new TextEncoder().encode(text)) {
            low = (low ^ byte) >>> 0;
            // The prime of FNV-1a is 2^40 + 0x1b3.
            const product = low * 0x1b3;
            high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
            low = product >>> 0;
        }
        return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
    };
    const put = async ({ id, writer, seq, changed, name, body, pack }) => {
        const form = pack ? 'packed' : 'plain';
        const kept = pack ? await gaozhiTwin.pack(body) : body;
        const rest = `${writer} ${seq} kept ${changed} 3 35 ${form}\\n0\\n${name}\\n${kept}`;
        localStorage.setItem(`gaozhi/draft/${id}/${writer}/${seq}`, `gaozhi-record 1 ${sum(rest)}\\n${rest}`);
    };
    return (async () => { for (const record of records) await put(record); })()";

/// A record to be left in storage.
pub struct Left<'a> {
    /// The draft.
    pub id: &'a str,
    /// Who wrote it, as which.
    pub stamp: (&'a str, u32),
    /// When, in milliseconds since 1970.
    pub changed: i64,
    /// The name of the draft.
    pub name: &'a str,
    /// The draft as JSON.
    pub body: String,
    /// Whether it is packed.
    pub is_packed: bool,
}

impl Page {
    /// Leaves records in localStorage.
    pub fn leave(&self, records: &[Left]) {
        let record = |left: &Left| {
            let (writer, seq) = left.stamp;
            json!({ "id": left.id, "writer": writer, "seq": seq, "changed": left.changed, "name": left.name,
                "body": left.body, "pack": left.is_packed })
        };
        self.run(SCRIPT, &[Value::from_iter(records.iter().map(record))]);
    }

    /// The JSON of the newest record of a draft.
    #[must_use]
    pub fn kept(&self, id: &str) -> String {
        let script = "const seq = (key) => Number(key.split('/').pop());
            const keys = Object.keys(localStorage).filter((key) => key.startsWith(`gaozhi/draft/${arguments[0]}/`));
            return localStorage.getItem(keys.sort((a, b) => seq(b) - seq(a))[0]).split('\\n').slice(4).join('\\n')";
        self.text_of(script, &[id.into()])
    }
}
