-- Per judgement of a student of the counted year groups: the measure of onTrack by predicted grades that are not stale.
-- on_track is null where what is missing could change the answer; a subject of the year without a fresh grade on a scale
-- with a pass is missing, and so is English or maths that was not predicted.
create table judged_on_track as
with subjects as (
  select
    student_id,
    day,
    measure,
    subject,
    review_date,
    judged_grades.grade,
    coalesce(entries, 1) as entries,
    lower(subject) in (select lower(subject) from on_track_english) as is_english,
    lower(subject) in (select lower(subject) from on_track_maths) as is_maths,
    case when fresh then rank_sum >= rank * rank_count end as passed
  from judged_grades
  join judgements using (student_id, day)
  join on_track_measures on id = 'declared'
  left join on_track_pass using (pass, scale)
  where outcome = 'predictions' and year_group in (select year_group from on_track_years)
),
counted as (
  select
    student_id,
    day,
    measure,
    max(review_date) as review_date,
    count(*) filter (passed is not null) as known,
    coalesce(sum(entries) filter (passed), 0)::integer as passes,
    (
      coalesce(sum(entries) filter (passed is null), 0)
      + (not bool_or(is_english))::integer
      + (not bool_or(is_maths))::integer
    )::integer as missing,
    coalesce(bool_or(passed) filter (is_english), false) as english,
    coalesce(bool_and(not passed and passed is not null) filter (is_english), false) as english_failed,
    coalesce(bool_or(passed) filter (is_maths), false) as maths,
    coalesce(bool_and(not passed and passed is not null) filter (is_maths), false) as maths_failed,
    string_agg(subject || ' ' || grade, ', ' order by subject) filter (is_english and passed is not null) as english_grades,
    string_agg(subject || ' ' || grade, ', ' order by subject) filter (is_maths and passed is not null) as maths_grades
  from subjects
  group by student_id, day, measure
)
select
  *,
  case
    when known = 0 then null
    when english and maths and (measure = 'english-and-maths' or passes >= 5) then true
    when english_failed or maths_failed then false
    when measure = 'five-passes-with-english-and-maths' and passes + missing < 5 then false
  end as on_track
from counted;
