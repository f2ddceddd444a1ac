-- Grades of the year of the students who have a page, and the ones of before that the evaluation took as a baseline.
-- rank is the mean over teachers; direction compares with the review before. used: B for the baseline and F for the
-- follow-up of the evaluation's pair.
create table student_grades as
with used as (
  select student_id, subject, outcome, before_date as review_date, 'B' as used
  from mentee_pairs
  where before_date is not null
  union all
  select student_id, subject, outcome, after_date, 'F'
  from mentee_pairs
  where after_date is not null
),
compared as (
  select
    *,
    lag(grade_days) over (partition by student_id, subject, outcome order by review_date) as earlier
  from grade_days
)
select
  student_id,
  subject,
  outcome,
  review_date,
  grade,
  scale,
  case when scale is not null then rank_sum / rank_count end as rank,
  case when scale = earlier.scale
    then sign(rank_sum * earlier.rank_count - earlier.rank_sum * rank_count)::integer
  end as direction,
  used
from compared
join student_list using (student_id)
left join used using (student_id, subject, outcome, review_date)
cross join settings
where review_date >= year_starts_on or used is not null;
