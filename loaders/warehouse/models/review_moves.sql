-- Per student on roll, subject, teacher and review of the year: how many criteria were graded, how many of them up and
-- down since that teacher's review before, and how many at the top and at the foot of their scale. The foot is the two
-- lowest grades, of a scale of fewer than four grades the lowest. A teacher's several grades of a day: their mean.
create table review_moves as
with lowest as (
  select scale, max(rank) as top_rank, case when count(*) >= 4 then 2 else 1 end as foot_rank
  from scale_grades
  group by scale
),
days as (
  select
    student_id::varchar as student_id,
    subject::varchar as subject,
    teacher::varchar as teacher,
    criterion,
    review_date,
    case when min(reviews.scale) = max(reviews.scale) then min(reviews.scale)::varchar end as scale,
    sum(rank) as rank_sum,
    count(*) as rank_count
  from reviews
  join scale_grades using (scale, grade)
  cross join settings
  where review_date between year_starts_on and as_of
  group by student_id, subject, teacher, criterion, review_date
),
moved as (
  select
    days.*,
    case when lag(scale) over before = scale
      then sign(rank_sum * lag(rank_count) over before - lag(rank_sum) over before * rank_count)
    end as direction,
    lag(review_date) over before as earlier_date
  from days
  window before as (partition by student_id, subject, teacher, criterion order by review_date)
)
select
  student_id,
  subject,
  teacher,
  review_date,
  max(earlier_date) as earlier_date,
  count(*) as criteria,
  count(direction) as compared,
  count(*) filter (direction > 0) as up,
  count(*) filter (direction < 0) as down,
  count(*) filter (rank_sum = top_rank * rank_count) as at_top,
  count(*) filter (rank_sum <= foot_rank * rank_count) as at_foot
from moved
join on_roll using (student_id)
left join lowest using (scale)
group by student_id, subject, teacher, review_date;
