-- Per student and measure by passes: on track before and after. Null where what is missing could change the answer;
-- English or maths that was not predicted all year is missing.
create table on_track as
with long as (
  select student_id, pass, entries, 'before' as moment, is_english, is_maths, passed_before as passed from on_track_passes
  union all
  select student_id, pass, entries, 'after' as moment, is_english, is_maths, passed_after as passed from on_track_passes
),
counted as (
  select
    student_id,
    pass,
    moment,
    count(*) filter (passed is not null) as known,
    coalesce(sum(entries) filter (passed), 0) as passes,
    coalesce(sum(entries) filter (passed is null), 0)
      + (not bool_or(is_english))::integer
      + (not bool_or(is_maths))::integer as missing,
    coalesce(bool_or(passed) filter (is_english), false) as english,
    coalesce(bool_and(not passed and passed is not null) filter (is_english), false) as english_failed,
    coalesce(bool_or(passed) filter (is_maths), false) as maths,
    coalesce(bool_and(not passed and passed is not null) filter (is_maths), false) as maths_failed
  from long
  group by student_id, pass, moment
),
judged as (
  select
    id,
    student_id,
    moment,
    case
      when known = 0 then null
      when english and maths and (measure = 'english-and-maths' or passes >= 5) then true
      when english_failed or maths_failed then false
      when measure = 'five-passes-with-english-and-maths' and passes + missing < 5 then false
    end as on_track
  from counted
  join on_track_measures using (pass)
)
select
  id,
  student_id,
  student_id in (select student_id from mentees) as mentee,
  student_id in (select student_id from measured_mentees) as measured,
  any_value(on_track) filter (moment = 'before') as before,
  any_value(on_track) filter (moment = 'after') as after
from judged
group by id, student_id;
