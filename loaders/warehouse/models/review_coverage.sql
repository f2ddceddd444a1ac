-- Per student on roll: what there is to judge the rules by. A grade older than stale_days counts as unknown.
create table review_coverage as
with aged as (
  select
    student_id, subject, review_date, earlier_date,
    outcome <> 'predictions' as review,
    review_date >= as_of - stale_days as fresh
  from recent_grades
  cross join settings
)
select
  on_roll.student_id,
  max(review_date) filter (review) as newest_review,
  max(review_date) filter (not review) as newest_prediction,
  count(distinct subject) filter (review and earlier_date is not null) as subjects_reviewed_twice,
  count(distinct subject) filter (review and earlier_date is not null and fresh) as subjects_compared,
  count(distinct subject) filter (review) - count(distinct subject) filter (review and fresh) as stale_subjects
from on_roll
left join aged using (student_id)
group by on_roll.student_id;
