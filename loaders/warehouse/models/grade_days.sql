-- One row a student, subject, outcome and date. Several teachers of one subject: the mean of their ranks, kept as sum
-- and count so that nothing is rounded. The scale is null where they graded on different ones.
create table grade_days as
select
  student_id,
  subject,
  outcome,
  review_date,
  case when min(scale) = max(scale) then min(scale) end as scale,
  sum(rank)::integer as rank_sum,
  count(*)::integer as rank_count,
  string_agg(distinct grade, ' / ' order by grade) as grade
from grade_facts
group by student_id, subject, outcome, review_date;
