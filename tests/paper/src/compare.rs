//! Our lines beside those of another typesetter.

use gaozhi_core::report::{Grid, Report, lines, paginate};

/// The lines of each page as the preview draws them, white space left out.
#[must_use]
pub fn drawn(report: &Report, grid: &Grid) -> Vec<Vec<String>> {
    let starts: Vec<Vec<usize>> = report.paragraphs.iter().map(|paragraph| lines(paragraph, grid)).collect();
    let pages = paginate(&report.paragraphs, &starts, grid);
    let mut out = Vec::new();
    for page in pages {
        let mut rows: Vec<String> = Vec::new();
        for piece in page.fragments {
            let text = report.paragraphs[piece.paragraph].text();
            let starts = &starts[piece.paragraph];
            for (index, from) in
                starts.iter().enumerate().filter(|(_, at)| (piece.from..piece.to).contains(*at))
            {
                let to = starts.get(index + 1).copied().unwrap_or(text.len());
                rows.push(text[*from..to].chars().filter(|c| !c.is_whitespace()).collect());
            }
        }
        out.push(rows);
    }
    out
}

/// How far two settings of one report agree.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    /// Lines that stand alike on the same page in both.
    pub equal: usize,
    /// Lines of ours.
    pub lines: usize,
    /// Lines that differ: the page, ours, theirs.
    pub differing: Vec<(usize, String, String)>,
}

/// Compares page by page: a line counts if it stands on that page of both, in order.
#[must_use]
pub fn agreement(ours: &[Vec<String>], theirs: &[Vec<String>]) -> Agreement {
    let mut found = Agreement::default();
    let none = Vec::new();
    for (number, ours) in ours.iter().enumerate() {
        let theirs = theirs.get(number).unwrap_or(&none);
        let equal = common(ours, theirs);
        found.lines += ours.len();
        found.equal += equal.len();
        let is_equal = |at: &usize| equal.iter().any(|(ours, _)| ours == at);
        let is_taken = |at: &usize| equal.iter().any(|(_, theirs)| theirs == at);
        let mut left = (0..theirs.len()).filter(|at| !is_taken(at));
        for at in (0..ours.len()).filter(|at| !is_equal(at)) {
            let other = left.next().map_or("", |at| theirs[at].as_str());
            found.differing.push((number + 1, ours[at].clone(), other.to_owned()));
        }
    }
    found
}

/// The longest common subsequence, as pairs of places.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let mut longest = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
