//! The command line as its users meet it: what it prints, what it says when it cannot, how it ends.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

const TEXT: &str = "أعلنت البلدية افتتاح ثلاث حدائق جديدة في أحياء المدينة القديمة.\n\
    وقال رئيس البلدية إن العمل في الحدائق استمر عامين كاملين.\n\
    وزرع المتطوعون أكثر من ألف شجرة في الحدائق الثلاث.\n\
    وتفتح الحدائق أبوابها للزوار كل يوم حتى منتصف الليل.\n\
    ودعت البلدية السكان إلى المحافظة على الأشجار.\n";

/// What a run of the program left behind.
struct Run {
    out: String,
    err: String,
    code: i32,
}

fn zubda(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut child = command(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // The program may end before it has read everything.
    let writer = std::thread::spawn(move || stdin.write_all(&input).ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Run {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zubda"));
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The lines of `out` as JSON.
fn values(out: &str) -> Vec<Value> {
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_summary_holds_the_sentences_asked_for_in_text_order() {
    for count in 0..=5 {
        let run = zubda(&["summarize", "--sentences", &count.to_string()], TEXT);
        let lines: Vec<&str> = run.out.lines().collect();
        let places: Vec<_> = lines.iter().map(|line| TEXT.find(line).unwrap()).collect();
        assert_eq!((lines.len(), run.code), (count, 0));
        assert!(places.is_sorted(), "{lines:?}");
    }
}

#[test]
fn budgets_of_words_and_shares_are_kept() {
    let words = |out: &str| out.split_whitespace().count();
    let whole = words(TEXT);
    for (option, value, most) in [
        ("--words", "20", 20),
        ("--words", "30", 30),
        ("--ratio", "0.5", whole / 2),
        ("--ratio", "1", whole),
    ] {
        let run = zubda(&["summarize", option, value], TEXT);
        let found = words(&run.out);
        assert!(
            0 < found && found <= most,
            "{option} {value}: {found} words"
        );
    }
    assert_eq!(zubda(&["summarize", "--ratio", "1"], TEXT).out, TEXT);
}

#[test]
fn a_file_and_standard_input_are_read_alike() {
    let file = std::env::temp_dir().join(format!("zubda-cli-{}.txt", std::process::id()));
    std::fs::write(&file, TEXT).unwrap();
    for verb in ["summarize", "analyze"] {
        let of_file = zubda(&[verb, file.to_str().unwrap()], "");
        assert!(!of_file.out.is_empty());
        assert_eq!(of_file.out, zubda(&[verb, "-"], TEXT).out);
        assert_eq!(of_file.out, zubda(&[verb], TEXT).out);
    }
    std::fs::remove_file(file).unwrap();
}

#[test]
fn an_analysis_is_one_line_with_its_keys_in_the_order_of_the_contract() {
    let run = zubda(&["analyze"], "\u{feff}وصل القطار.");
    assert_eq!((run.out.lines().count(), run.code), (1, 0));
    assert!(
        run.out.starts_with(
            r#"{"sentences":[{"start":0,"end":12,"kind":"sentence","paragraph":0,"rank":0,"score":"#
        ),
        "{}",
        run.out
    );
    let keys: Vec<usize> = ["sentences", "entities", "keywords", "words", "arabic"]
        .iter()
        .map(|key| run.out.find(&format!("\"{key}\":")).unwrap())
        .collect();
    assert!(keys.is_sorted(), "{}", run.out);
}

#[test]
fn an_empty_text_has_an_empty_analysis_and_an_empty_summary() {
    let run = zubda(&["analyze"], "");
    let empty = r#"{"sentences":[],"entities":[],"keywords":[],"words":0,"arabic":0}"#;
    assert_eq!((run.out.trim_end(), run.code), (empty, 0));
    let run = zubda(&["summarize"], "");
    assert_eq!((run.out.as_str(), run.code), ("", 0));
}

#[test]
fn what_cannot_be_read_is_named_with_the_reason() {
    for verb in ["summarize", "analyze", "batch"] {
        let run = zubda(&[verb, "no/such/file.txt"], "");
        assert_eq!((run.out.as_str(), run.code), ("", 2));
        assert!(
            run.err.starts_with("zubda: cannot read no/such/file.txt: "),
            "{}",
            run.err
        );
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    }
    let run = zubda(&["analyze", "src"], "");
    assert_eq!(run.code, 2);
    assert!(
        run.err.starts_with("zubda: cannot read src: "),
        "{}",
        run.err
    );
}

#[test]
fn bytes_that_are_not_utf_8_are_named_or_replaced() {
    let run = zubda(&["analyze"], b"\xd9\x87\xd8\xb0\xff\xd8\xa7");
    assert_eq!((run.out.as_str(), run.code), ("", 2));
    assert!(
        run.err.contains("standard input: byte 4 is not UTF-8"),
        "{}",
        run.err
    );
    let lossy = zubda(&["analyze", "--lossy"], b"\xd9\x87\xd8\xb0\xff\xd8\xa7");
    assert_eq!(
        (lossy.out, lossy.code),
        (zubda(&["analyze"], "هذ\u{fffd}ا").out, 0)
    );
}

#[test]
fn options_that_contradict_each_other_or_make_no_sense_are_refused() {
    for arguments in [
        &["summarize", "--sentences", "3", "--words", "9"][..],
        &["summarize", "--ratio", "1.5"],
        &["summarize", "--ratio", "NaN"],
        &["summarize", "--sentences", "-1"],
        &["translate"],
        &[],
    ] {
        let run = zubda(arguments, TEXT);
        assert_eq!((run.out.as_str(), run.code), ("", 2), "{arguments:?}");
        assert!(!run.err.is_empty());
    }
}

#[test]
fn batch_answers_line_by_line_and_a_bad_line_stops_nothing() {
    let good = |id: &str| format!(r#"{{"id":{id},"text":"وصل القطار."}}"#);
    let ids = [
        "1",
        "\"a\"",
        "null",
        "[1,{\"b\":2.50}]",
        "12345678901234567890123",
        "true",
    ];
    let mut input: Vec<u8> = ids.map(good).join("\n").into_bytes();
    let bad: [(&[u8], Value); 7] = [
        (b"", json!(null)),
        (b"not JSON", json!(null)),
        (b"{\"id\":7}", json!(7)),
        (b"{\"id\":8,\"text\":3}", json!(8)),
        (b"{\"id\":9,\"text\":\"x\"} trailing", json!(null)),
        (b"{\"id\":10,\"text\":\"\xff\"}", json!(null)),
        (b"[\"text\"]", json!(null)),
    ];
    for (line, _) in &bad {
        input.push(b'\n');
        input.extend(*line);
    }
    input.extend(format!("\r\n{}\r\n", good("99")).bytes());
    let run = zubda(&["batch"], input);
    assert_eq!((run.err.as_str(), run.code), ("", 1));

    let answers = values(&run.out);
    assert_eq!(answers.len(), ids.len() + bad.len() + 1);
    let analysis = values(&zubda(&["analyze"], "وصل القطار.").out).remove(0);
    for (line, id) in run.out.lines().zip(ids) {
        assert!(
            line.starts_with(&format!(r#"{{"id":{id},"analysis":{{"#)),
            "{line}"
        );
    }
    for answer in answers.iter().take(ids.len()).chain(answers.last()) {
        assert_eq!(answer["analysis"], analysis);
    }
    for (i, ((line, id), answer)) in bad.iter().zip(&answers[ids.len()..]).enumerate() {
        let number = format!("line {},", ids.len() + i + 1);
        assert_eq!(answer["id"], *id, "{}", String::from_utf8_lossy(line));
        assert!(
            answer["error"].as_str().unwrap().starts_with(&number),
            "{answer}"
        );
        assert!(answer.get("analysis").is_none());
    }
    assert_eq!(answers.last().unwrap()["id"], 99);
}

#[test]
fn a_batch_keeps_the_order_however_long_each_text_takes() {
    let line = |id: usize| {
        let text = "وصل القطار إلى المدينة. ".repeat([300, 1, 0, 2][id % 4]);
        format!("{}\n", json!({ "id": id, "text": text }))
    };
    let run = zubda(&["batch"], (0..500).map(line).collect::<String>());
    let answers = values(&run.out);
    let ids = answers.iter().map(|answer| answer["id"].clone());
    assert_eq!(
        ids.collect::<Vec<_>>(),
        (0..500).map(|id| json!(id)).collect::<Vec<_>>()
    );
    assert_eq!(run.code, 0);
}

#[test]
fn a_batch_without_errors_ends_well() {
    let run = zubda(&["batch"], "{\"id\":1,\"text\":\"\"}\n");
    assert_eq!(
        (values(&run.out).len(), run.err.as_str(), run.code),
        (1, "", 0)
    );
    let run = zubda(&["batch"], "");
    assert_eq!((run.out.as_str(), run.err.as_str(), run.code), ("", "", 0));
}

#[test]
fn a_lone_surrogate_in_a_batch_is_read_as_the_replacement_character() {
    let run = zubda(&["batch"], r#"{"id":1,"text":"وصل \ud83d القطار \ude00."}"#);
    let whole = zubda(&["analyze"], "وصل \u{fffd} القطار \u{fffd}.");
    assert_eq!(values(&run.out)[0]["analysis"], values(&whole.out)[0]);
    assert_eq!(run.code, 0);
}

#[test]
fn answers_come_before_the_batch_has_ended() {
    let mut child = command(&["batch"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let (done, wait) = std::sync::mpsc::channel();
    let writer = std::thread::spawn(move || {
        for id in 0..1000 {
            writeln!(stdin, "{}", json!({ "id": id, "text": TEXT })).unwrap();
        }
        // The input stays open until an answer was seen.
        wait.recv().unwrap();
    });
    let mut answer = String::new();
    stdout.read_line(&mut answer).unwrap();
    assert!(answer.starts_with(r#"{"id":0,"analysis":"#), "{answer}");
    done.send(()).unwrap();
    assert_eq!(stdout.lines().count(), 999);
    writer.join().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut child = command(&["batch"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let line = format!("{}\n", json!({ "id": 1, "text": TEXT }));
    let writer = std::thread::spawn(move || while stdin.write_all(line.as_bytes()).is_ok() {});
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert_eq!(
        (output.status.code(), output.stderr.as_slice()),
        (Some(0), &b""[..])
    );
}
