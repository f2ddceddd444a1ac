-- Per persistently absent student on roll and subject: the latest review, if it is no older than stale_days, and whether
-- every criterion of it stands at the top grade of its scale.
create table absent_reviews as
with absent as (
  select student_id, possible, attended
  from attendance_to_date
  cross join settings
  where possible >= minimum_sessions and possible - attended >= persistent_absence * possible
)
select
  review_moves.student_id,
  review_moves.subject,
  string_agg(distinct teacher, ', ' order by teacher) as teacher,
  review_date,
  possible,
  attended,
  sum(criteria)::integer as criteria,
  sum(at_top) = sum(criteria) as all_top
from review_moves
join absent using (student_id)
cross join settings
where review_date >= as_of - stale_days
group by review_moves.student_id, review_moves.subject, review_date, possible, attended
qualify row_number() over (partition by review_moves.student_id, review_moves.subject order by review_date desc) = 1;
