-- One row: which facts the programme holds that some rules of concern need.
create table rule_support as
select
  (select count(*) > 0 from behaviour) as behaviour,
  (select count(*) > 0 from meetings) as meetings,
  (select count(*) > 0 from attendance_marks)
    or (select count(*) > 0 from attendance_totals where period_end - period_start < 28) as session_marks,
  (select count(*) > 0 from attendance_marks where mark in ('L', 'U'))
    or (select count(*) > 0 from attendance_totals where late is not null) as lateness,
  (select count(*) > 0 from criteria join deadline_criteria using (criterion)) as deadline_criteria,
  (select count(*) > 0 from on_track_measures where id = 'declared') as pass_measure;
