-- The days on which each student on roll is judged by the rules of concern: asOf, the last panel, the day of the
-- student's last action, and the days of the student's own reviews, those of earlier years too. year_group is that of the
-- day: one less for each academic year before asOf, or before the student left.
create table judgements as
with days as (
  select student_id, as_of as day, false as review from students, settings
  union all
  select student_id, day, false from students, last_panel
  union all
  select student_id, day, false from last_actions
  union all
  select student_id, review_date, true from grade_days where outcome <> 'test results'
),
dated as (
  select
    student_id,
    day,
    bool_or(review) as review,
    case
      when day >= year_starts_on then year_starts_on
      else make_date(year(day) - (month(day) < 9)::integer, 9, 1)
    end as year_starts_on
  from days
  cross join settings
  group by all
)
select
  student_id,
  day,
  dated.year_starts_on,
  review,
  case
    when regexp_full_match(year_group, '\d{1,2}') then (
      year_group::integer
      - greatest(
        0,
        case when left_on <= as_of
          then year(left_on - 1) - (month(left_on - 1) < 9)::integer
          else year(settings.year_starts_on)
        end - year(dated.year_starts_on)
      )
    )::varchar
    else year_group
  end as year_group
from dated
join students using (student_id)
cross join settings
where (joined_on is null or joined_on <= day) and (left_on is null or left_on > day);
