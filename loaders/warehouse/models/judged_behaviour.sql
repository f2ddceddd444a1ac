-- Per judgement: suspensions of the academic year, the points of its incidents (one where none are given), and the points
-- that a tenth of the students of the year group judged on that day reach. The latest incident or suspension.
create table judged_behaviour as
with counted as (
  select
    judgements.student_id,
    judgements.day,
    year_group,
    count(*) filter (kind = 'suspension') as suspensions,
    count(*) filter (kind = 'incident') as incidents,
    coalesce(sum(abs(coalesce(points, 1))) filter (kind = 'incident'), 0) as points,
    max(date) filter (kind in ('incident', 'suspension')) as latest
  from judgements
  join students using (student_id)
  left join behaviour on behaviour.student_id = judgements.student_id and date between year_starts_on and judgements.day
  group by judgements.student_id, judgements.day, year_group
)
select *, quantile_disc(points, 0.9) over (partition by day, year_group) as tenth
from counted;
