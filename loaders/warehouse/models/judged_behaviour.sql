-- Per judgement: suspensions of the academic year, the points of its incidents (one where none are given), and the points
-- that a tenth of the students of the year group judged on that day reach. The latest incident or suspension. recorded:
-- whether the file says anything of anybody in that academic year up to the day.
create table judged_behaviour as
with counted as (
  select
    judgements.student_id,
    judgements.day,
    judgements.year_starts_on,
    year_group,
    count(*) filter (kind = 'suspension') as suspensions,
    count(*) filter (kind = 'incident') as incidents,
    coalesce(sum(abs(coalesce(points, 1))) filter (kind = 'incident'), 0) as points,
    max(date) filter (kind in ('incident', 'suspension')) as latest
  from judgements
  left join behaviour on behaviour.student_id = judgements.student_id and date between year_starts_on and judgements.day
  group by judgements.student_id, judgements.day, judgements.year_starts_on, year_group
),
recorded_days as (
  select distinct day, year_starts_on
  from (select distinct day, year_starts_on from judgements)
  join behaviour on date between year_starts_on and day
)
select
  counted.*,
  quantile_disc(points, 0.9) over (partition by day, year_group) as tenth,
  (day, year_starts_on) in (select (day, year_starts_on) from recorded_days) as recorded
from counted;
