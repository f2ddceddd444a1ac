-- The latest predicted grade of the year of every student on roll, per subject, with its age and the latest target.
-- A grade older than stale_days is not known any more: it is not fresh.
create table latest_predictions as
select
  recent_grades.student_id,
  on_roll.year_group,
  recent_grades.subject,
  recent_grades.review_date,
  as_of - recent_grades.review_date as age_days,
  recent_grades.review_date >= as_of - stale_days as fresh,
  recent_grades.grade as predicted,
  recent_grades.scale,
  rank_sum,
  rank_count,
  targets.grade as target,
  lower(recent_grades.subject) in (select lower(subject) from on_track_english) as is_english,
  lower(recent_grades.subject) in (select lower(subject) from on_track_maths) as is_maths
from recent_grades
join on_roll using (student_id)
left join targets using (student_id, subject)
cross join settings
where outcome = 'predictions';
