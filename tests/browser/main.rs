//! The built app in Chromium, used as a person uses it: by the names on screen, see [`driving`].
//!
//! All tests share one server and one browser, so this program runs them itself: each begins
//! with an empty store, and the page may complain of nothing while it runs. An argument picks
//! the tests whose name contains it. `KE_HOACH_SHOTS` names a folder for pictures of every step.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod access;
mod annex;
mod backup;
mod breaks;
mod choices;
mod citations;
mod draft_files;
#[allow(dead_code, unused_imports, reason = "tests/kill uses the rest")]
mod driving;
mod findings;
mod giving;
mod history;
mod home;
mod journey;
mod keyboard;
mod lacks;
mod newcomer;
mod offline;
mod page;
mod phrases;
mod print;
mod readers;
mod review;
mod rows;
mod saving;
mod security;
mod single;
mod source;
mod start;
mod superior;
mod tables;
mod tabs;
mod tasks;
mod templates;
mod typing;
mod units;
mod whole_plan;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use driving::Browser;

/// A test and its name.
type Test = (&'static str, fn(&Browser));

macro_rules! tests {
    ($($module:ident :: $name:ident),* $(,)?) => { [$((stringify!($name), $module::$name as fn(&Browser))),*] };
}

fn main() -> ExitCode {
    if std::env::var_os("KE_HOACH_BROWSER").is_none() {
        println!("browser tests: skipped, KE_HOACH_BROWSER is not set");
        return ExitCode::SUCCESS;
    }
    let dist = std::env::var("KE_HOACH_DIST").expect("KE_HOACH_DIST names the folder of the built app");
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let tests = tests![
        whole_plan::a_plan_typed_step_by_step_is_in_the_word_file_word_for_word,
        whole_plan::a_plan_with_nothing_in_it_gives_a_valid_word_file_that_shows_what_is_missing,
        newcomer::a_newcomer_has_the_plan_of_a_front_in_word,
        newcomer::a_newcomer_has_the_plan_of_a_party_committee_in_word,
        newcomer::a_newcomer_has_the_plan_of_a_commune_in_word,
        newcomer::a_section_pasted_whole_is_one_step_that_is_taken_back,
        page::the_page_follows_what_is_typed,
        page::without_a_worker_the_pages_are_made_all_the_same,
        page::no_step_is_wider_than_a_phone,
        citations::a_pasted_sentence_is_taken_apart_and_can_be_changed_by_pieces,
        citations::several_documents_pasted_at_once_become_rows_and_can_be_put_together_again,
        citations::a_change_of_a_document_changes_every_mention_and_the_first_is_in_full,
        citations::subject_and_opening_follow_from_the_document_until_they_are_typed,
        choices::the_lines_of_the_signature_follow_who_signs,
        choices::what_is_chosen_for_the_page_is_kept_and_goes_back_to_the_default,
        choices::a_new_plan_begins_with_what_was_last_chosen_in_its_family,
        choices::marks_stand_on_the_page_and_are_said_on_the_closed_line,
        rows::rows_are_moved_taken_away_and_brought_back_by_their_buttons,
        rows::what_was_taken_away_is_not_offered_back_in_another_place,
        rows::items_are_moved_by_keys_and_keep_the_focus,
        rows::an_item_goes_on_with_its_focus_beyond_the_part_of_a_long_list_in_which_it_stood,
        rows::recipients_are_written_and_ordered_by_keyboard_alone,
        tables::a_table_is_typed_changed_brought_back_and_printed,
        access::no_place_keeps_anybody_out,
        keyboard::every_step_is_reached_by_keyboard_alone,
        keyboard::a_plan_is_written_by_keyboard_alone,
        lacks::each_line_of_what_is_missing_leads_to_its_field,
        lacks::a_step_says_what_it_lacks_and_is_marked_once_it_is_done,
        lacks::each_field_has_a_line_of_help_an_example_and_its_clause,
        findings::a_slip_is_told_beside_its_field_and_in_the_last_step_once_the_typing_pauses,
        findings::what_is_told_moves_no_field_in_which_one_writes,
        findings::what_is_told_takes_the_focus_from_no_button_that_is_pressed_meanwhile,
        findings::what_is_told_moves_no_button_that_one_is_about_to_press,
        findings::each_finding_leads_to_its_words_from_the_list_and_from_the_page,
        findings::a_fix_changes_the_quoted_words_alone_and_is_taken_back,
        findings::what_is_dismissed_stays_so_after_edits_elsewhere_and_is_shown_again,
        findings::what_is_found_and_not_dismissed_is_handed_on_as_a_sheet,
        findings::a_kind_that_is_dismissed_for_good_is_told_in_no_plan_until_it_is_shown_again,
        findings::findings_are_gone_through_by_keyboard_alone,
        findings::without_a_worker_findings_are_told_all_the_same,
        findings::in_a_window_that_only_shows_the_draft_findings_are_read_and_nothing_is_mended,
        findings::no_finding_keeps_anybody_out,
        home::drafts_are_found_copied_removed_and_brought_back,
        draft_files::a_draft_that_was_opened_is_taken_back_and_put_back,
        draft_files::a_draft_file_opens_as_an_equal_plan,
        draft_files::a_draft_file_changed_by_others_opens_with_a_warning,
        draft_files::a_word_file_or_a_dropped_text_opens_as_a_plan_and_says_what_it_found_no_place_for,
        draft_files::a_file_that_cannot_be_read_changes_nothing_and_says_why,
        review::a_plan_is_put_right_in_three_clicks,
        review::what_a_file_would_be_sent_back_for_is_listed_and_handed_on_as_a_sheet,
        review::a_line_that_was_misread_is_chosen_to_be_something_else_and_taken_back,
        review::pasted_pages_are_read_with_their_numbers_and_bold_letters,
        review::text_of_an_old_encoding_is_converted_only_when_the_user_says_so,
        review::a_screen_with_what_was_read_is_no_wider_than_a_phone,
        superior::a_plan_is_made_after_the_superiors_and_the_next_one_knows_whose_it_is,
        superior::tasks_and_names_go_in_as_they_are_ticked_and_a_late_deadline_is_marked,
        superior::a_pasted_page_stays_in_its_field_until_it_is_said_what_for,
        superior::a_pasted_text_without_tasks_is_cited_all_the_same,
        annex::what_could_not_be_loaded_is_said_and_loaded_once_the_network_is_back,
        annex::a_word_file_asked_for_before_the_annex_is_there_is_announced_and_comes,
        annex::where_a_read_file_was_shown_is_home_after_a_reload,
        backup::drafts_come_back_from_a_backup_with_their_histories,
        backup::each_draft_that_differs_is_asked_for_and_nothing_is_lost,
        backup::what_is_no_backup_is_said_where_one_is_asked_for,
        backup::old_drafts_go_into_a_file_when_the_room_is_narrow_and_come_back,
        backup::a_damaged_text_is_given_as_it_lay_there_and_removed_with_a_way_back,
        backup::a_long_list_is_shown_in_parts_and_searched_whole,
        backup::the_screen_of_backups_is_no_wider_than_a_phone,
        saving::what_a_full_storage_did_not_keep_is_said_and_tried_again,
        saving::what_was_typed_is_kept_at_once_when_the_page_may_go_away,
        saving::a_draft_that_is_only_looked_at_is_not_written,
        saving::after_edits_the_browser_is_asked_to_keep_them_and_after_many_the_user,
        breaks::a_browser_that_keeps_nothing_is_said_to_and_the_draft_is_had_as_a_file,
        breaks::what_is_typed_after_the_storage_was_cleared_is_kept_with_all_before_it,
        breaks::a_quota_that_others_filled_is_said_and_what_was_typed_is_had_as_a_file,
        breaks::a_draft_damaged_by_hand_comes_back_from_its_history_and_says_so,
        breaks::what_reached_no_disk_before_a_crash_is_there_at_the_next_start,
        breaks::a_program_that_fails_leaves_a_page_with_the_draft,
        tabs::a_second_window_shows_the_draft_and_follows_what_is_typed_in_the_first,
        tabs::a_window_takes_over_and_the_other_has_kept_its_last_letter,
        tabs::a_window_goes_on_when_the_one_with_the_draft_is_closed,
        tabs::a_window_that_does_not_answer_loses_the_draft,
        tabs::what_is_written_over_an_owner_stays_beside_what_the_owner_kept,
        tabs::of_two_who_kept_one_draft_both_are_kept,
        tabs::windows_of_a_browser_without_locks_know_of_each_other,
        tabs::a_draft_of_a_newer_version_is_seen_and_stays_as_it_is,
        tabs::a_draft_that_was_removed_elsewhere_is_kept_anew_as_one_types_on,
        history::states_are_told_looked_at_compared_named_put_back_and_taken_back,
        history::the_history_is_left_by_escape_and_by_the_browsers_way_back,
        history::on_a_phone_a_state_stands_in_place_of_the_list,
        phrases::a_phrase_is_found_without_marks_put_in_by_a_click_edited_and_taken_back,
        phrases::phrases_are_chosen_by_keyboard_alone,
        phrases::opening_and_closing_are_made_of_phrases_that_name_body_and_document,
        phrases::on_a_phone_phrases_stand_under_the_form,
        tasks::tasks_are_written_by_keyboard_alone_and_stay,
        tasks::a_table_is_pasted_as_rows_in_one_step_that_is_taken_back,
        tasks::the_table_is_copied_for_other_programs_and_comes_back,
        tasks::bodies_and_deadlines_are_offered_and_a_wrong_day_is_said,
        tasks::tasks_move_to_another_section_and_go_and_come_back,
        tasks::tasks_are_printed_in_a_table_alone_and_in_the_text_again,
        tasks::letters_of_an_input_method_stay_in_the_table,
        tasks::on_a_phone_each_task_is_a_card_no_wider_than_the_screen,
        templates::templates_are_found_without_marks_and_by_format,
        templates::a_template_used_is_a_plan_with_the_names_of_its_body,
        templates::a_plan_without_text_takes_its_content_from_a_template_in_one_step,
        templates::names_that_were_not_known_are_filled_in_once_and_can_be_taken_back,
        templates::a_plan_saved_as_a_template_is_a_file_and_in_the_list_until_it_is_removed,
        templates::the_example_is_looked_at_and_written_from,
        templates::no_screen_of_templates_is_wider_than_a_phone,
        units::a_commune_is_found_by_a_few_letters_and_brings_its_province,
        units::suggestions_go_by_escape_and_what_is_no_unit_stays_as_typed,
        units::input_methods_type_in_fields_with_suggestions_as_in_others,
        units::a_value_typed_over_what_follows_goes_back_to_it,
        units::usual_recipients_are_added_once_and_taken_back,
        units::the_next_plan_knows_whose_it_is_and_who_signs,
        units::the_directory_is_looked_at_corrected_and_thinned,
        start::a_frame_with_a_mark_of_progress_stands_until_the_app_does,
        start::a_browser_that_cannot_run_the_app_is_told_so,
        start::an_app_that_did_not_arrive_is_told_so_and_comes_with_the_network,
        start::without_scripts_a_sentence_stands_there,
        security::the_page_may_load_and_run_nothing_but_its_own,
        security::no_text_of_a_plan_is_taken_for_a_part_of_the_page,
        security::nothing_of_a_file_or_a_pasted_page_runs,
        journey::the_whole_way_in_chromium,
        journey::the_whole_way_in_chrome_109,
        journey::the_whole_way_in_firefox,
        journey::the_whole_way_in_webkit,
        single::the_app_in_one_file_writes_a_plan_keeps_it_and_reads_word,
        single::the_app_in_one_file_does_the_same_in_firefox,
        single::the_app_in_one_file_does_the_same_in_chrome_109_and_in_older_ones,
        single::the_app_in_one_file_makes_pages_where_it_gets_no_worker,
        single::the_app_in_one_file_may_load_nothing,
        single::a_file_that_is_cut_off_says_so,
        offline::a_visit_later_needs_no_server_wherever_the_app_lies,
        offline::an_update_waits_for_the_user_and_no_window_loses_anything,
        offline::an_update_is_not_taken_while_a_draft_is_not_kept,
        offline::a_host_that_is_half_filled_changes_nothing,
        offline::a_file_of_the_system_is_opened,
        print::the_printer_gets_the_pages_of_the_preview_and_word_has_the_same,
        print::pages_are_printed_before_they_are_seen_and_where_they_are_not,
        giving::on_a_phone_a_file_is_sent_on_where_the_browser_takes_it,
        giving::inside_another_app_one_is_told_what_to_do_and_takes_the_draft_along,
        typing::letters_corrected_by_an_input_method_stay_as_typed,
        typing::composed_words_stay_as_typed,
        typing::every_kind_of_field_takes_what_input_methods_send,
        typing::a_field_of_a_number_takes_digits_whatever_an_input_method_sends,
        typing::decomposed_letters_are_composed_when_the_field_is_left,
    ];
    let chosen = tests.iter().filter(|(name, _)| name.contains(&filter));

    let browser = Browser::start(Path::new(&dist));
    let (passed, failed): (Vec<&Test>, Vec<&Test>) =
        chosen.partition(|(name, test)| passes(&browser, name, *test));
    // In the words of other test programs, so that a total can be made of all.
    let outcome = if failed.is_empty() { "ok" } else { "FAILED" };
    println!("test result: {outcome}. {} passed; {} failed", passed.len(), failed.len());
    ExitCode::from(u8::from(!failed.is_empty()))
}

fn passes(browser: &Browser, name: &str, test: fn(&Browser)) -> bool {
    let start = Instant::now();
    let run = catch_unwind(AssertUnwindSafe(|| {
        browser.resize(1366, 768);
        browser.begin();
        browser.complaints();
        test(browser);
        let complaints = browser.complaints();
        assert!(complaints.is_empty(), "the page complains: {complaints:#?}");
    }));
    let outcome = if run.is_ok() { "ok" } else { "FAILED" };
    println!("test {name} … {outcome} ({:.1} s)", start.elapsed().as_secs_f32());
    run.is_ok()
}
