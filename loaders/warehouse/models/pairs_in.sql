-- Before and after of every student, subject and outcome with a review in either of the student's windows.
-- windows names a table of (student_id, starts_on, ends_on). Ranks stay sums and counts, compared without rounding.
create macro pairs_in(windows) as table
with placed as (
  select
    student_id, subject, outcome, grade_days as fact,
    review_date <= starts_on and review_date >= starts_on - baseline_days_before as is_before,
    review_date > starts_on
      and review_date >= starts_on + 7 * minimum_weeks
      and review_date <= ends_on + follow_up_days_after as is_after
  from query_table(windows)
  join grade_days using (student_id)
  cross join settings
),
chosen as (
  select
    student_id, subject, outcome,
    arg_max(fact, fact.review_date) filter (is_before) as before,
    arg_max(fact, fact.review_date) filter (is_after) as after
  from placed
  where is_before or is_after
  group by student_id, subject, outcome
)
select
  student_id,
  subject,
  outcome,
  before.review_date as before_date,
  before.grade as before_grade,
  before.scale as before_scale,
  before.rank_sum as before_sum,
  before.rank_count as before_count,
  after.review_date as after_date,
  after.grade as after_grade,
  after.scale as after_scale,
  after.rank_sum as after_sum,
  after.rank_count as after_count,
  coalesce(before.scale = after.scale, false) as comparable,
  case when before.scale = after.scale
    then sign(after.rank_sum * before.rank_count - before.rank_sum * after.rank_count)::integer
  end as direction
from chosen;
