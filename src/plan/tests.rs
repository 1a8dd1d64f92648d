use super::*;

#[test]
fn unknown_fields_survive_a_round_trip_at_every_level() {
    let source = serde_json::json!({
        "format": "party", "subject": "thực hiện", "mood": "calm",
        "sections": [{ "id": 1, "title": "MỤC ĐÍCH", "colour": "red", "items": [
            { "id": 2, "level": "clause", "text": "x", "weight": 3, "task": { "lead": "A", "cost": 5 },
              "table": { "rows": [[{ "text": "a", "tint": 1 }]], "style": 2 } }
        ]}],
        "signature": { "name": "Nguyễn Hữu Lộc", "seal": true }
    });
    let plan: Plan = serde_json::from_value(source).unwrap();
    let back = serde_json::to_value(&plan).unwrap();
    assert_eq!(back["mood"], "calm");
    assert_eq!(back["sections"][0]["colour"], "red");
    assert_eq!(back["sections"][0]["items"][0]["weight"], 3);
    assert_eq!(back["sections"][0]["items"][0]["task"]["cost"], 5);
    assert_eq!(back["sections"][0]["items"][0]["table"]["style"], 2);
    assert_eq!(back["sections"][0]["items"][0]["table"]["rows"][0][0]["tint"], 1);
    assert_eq!(back["signature"]["seal"], true);
    assert_eq!(serde_json::from_value::<Plan>(back).unwrap(), plan);
}

#[test]
fn rows_without_identity_or_with_a_taken_one_get_their_own() {
    let mut plan: Plan = serde_json::from_value(serde_json::json!({
        "bases": [{ "id": 7 }, { "id": 7 }, {}],
        "recipients": [{ "id": 4_294_967_295_u32 }]
    }))
    .unwrap();
    plan.repair_rows();
    let ids: Vec<u32> = plan.bases.iter().map(|row| row.id.0).collect();
    assert_eq!(ids[0], 7, "a row keeps the identity it has");
    assert!(ids[1] != 7 && ids[1] != 0 && ids[2] != 0 && ids[1] != ids[2]);
    let new = plan.new_row();
    assert!(!ids.contains(&new.0) && new.0 != u32::MAX);
}

fn bases(ids: &[u32]) -> Vec<Basis> {
    ids.iter().map(|id| Basis { id: RowId(*id), ..Basis::default() }).collect()
}

fn ids(rows: &[Basis]) -> Vec<u32> {
    rows.iter().map(|row| row.id.0).collect()
}

#[test]
fn rows_move_by_one_place_and_stop_at_the_ends() {
    let mut rows = bases(&[1, 2, 3]);
    RowEdit::Up.apply(&mut rows, RowId(3), |_| true);
    assert_eq!(ids(&rows), [1, 3, 2]);
    RowEdit::Up.apply(&mut rows, RowId(1), |_| true);
    RowEdit::Down.apply(&mut rows, RowId(2), |_| true);
    RowEdit::Remove.apply(&mut rows, RowId(9), |_| true);
    assert_eq!(ids(&rows), [1, 3, 2]);
    RowEdit::Remove.apply(&mut rows, RowId(3), |_| true);
    assert_eq!(ids(&rows), [1, 2]);
}

#[test]
fn rows_of_another_kind_are_passed_over() {
    let mut rows = bases(&[1, 2, 3, 4]);
    let odd = |row: &Basis| row.id.0 % 2 == 1;
    RowEdit::Down.apply(&mut rows, RowId(1), odd);
    assert_eq!(ids(&rows), [3, 2, 1, 4]);
    RowEdit::Down.apply(&mut rows, RowId(1), odd);
    assert_eq!(ids(&rows), [3, 2, 1, 4]);
}

#[test]
fn a_row_is_put_after_another_or_last() {
    let mut rows = bases(&[1, 2]);
    insert_after(&mut rows, Basis { id: RowId(5), ..Basis::default() }, Some(RowId(1)));
    insert_after(&mut rows, Basis { id: RowId(6), ..Basis::default() }, None);
    assert_eq!(ids(&rows), [1, 5, 2, 6]);
}

#[test]
fn a_draft_from_before_there_were_tables_has_none() {
    let source = serde_json::json!({
        "sections": [{ "id": 1, "items": [{ "id": 2, "level": "text", "text": "x", "task": null }] }],
        "appendices": [{ "id": 3, "title": "A", "text": "b", "table": "rows", "rows": [{ "id": 4, "content": "c" }] }]
    });
    let plan: Plan = serde_json::from_value(source).unwrap();
    assert_eq!(plan.sections[0].items[0].table, None);
    let appendix = &plan.appendices[0];
    assert_eq!((appendix.text.as_str(), appendix.table, appendix.rows.len()), ("b", TableSource::Rows, 1));
    assert_eq!(appendix.items, []);
}

#[test]
fn a_table_of_any_shape_in_a_file_is_put_right_or_refused() {
    let read = |table: serde_json::Value| {
        let item = serde_json::json!({ "sections": [{ "items": [{ "table": table }] }] });
        let plan = serde_json::from_value::<Plan>(item);
        plan.map(|plan| plan.sections[0].items[0].table.clone()).map_err(|error| error.to_string())
    };
    assert_eq!(read(serde_json::json!(null)), Ok(None));
    assert_eq!(read(serde_json::json!({})), Ok(Some(Table::default())));
    let odd = serde_json::json!({
        "heads": 7, "shares": [1, 2, 3],
        "rows": [[], [{ "text": "a", "span": 4_294_967_295_u32, "merged": true }, {}], [{ "span": 0 }]]
    });
    let table = read(odd).unwrap().unwrap();
    assert_eq!((table.heads(), table.columns(), table.rows().len()), (2, 3, 2));
    assert!(
        read(serde_json::json!({ "rows": [[{ "span": -1 }]] }))
            .unwrap_err()
            .contains("table.rows[0][0].span")
    );
}
