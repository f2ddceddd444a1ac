-- Latest grade per active mentee, subject and outcome, against the last review on or before the last held meeting;
-- where no review came after that meeting, against the review before.
create table caseload_grades as
with earlier as (
  select
    student_id, subject, outcome,
    arg_max(grade_days, grade_days.review_date) as day
  from active_mentees
  join grade_days using (student_id)
  join recent_grades as latest using (student_id, subject, outcome)
  where grade_days.review_date >= (select year_starts_on from settings)
    and grade_days.review_date < latest.review_date
    and (last_held is null or latest.review_date <= last_held or grade_days.review_date <= last_held)
  group by student_id, subject, outcome
)
select
  latest.student_id,
  latest.subject,
  latest.outcome,
  latest.review_date,
  latest.grade,
  day.review_date as earlier_date,
  day.grade as earlier_grade,
  case when day.scale = latest.scale
    then latest.rank_sum / latest.rank_count - day.rank_sum / day.rank_count
  end as change
from recent_grades as latest
join active_mentees using (student_id)
left join earlier using (student_id, subject, outcome);
