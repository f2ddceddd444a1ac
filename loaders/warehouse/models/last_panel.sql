-- The day of the last panel before asOf: the latest of the panel's file, or else one interval before the next panel.
-- No row where neither is known.
create table last_panel as
with held as (
  select max(panel_date) as day from panel, settings where panel_date < as_of
),
planned as (
  select next_panel - 7 * panel_every_weeks as day from settings where next_panel - 7 * panel_every_weeks < as_of
)
select coalesce(held.day, planned.day) as day, held.day is not null as recorded
from held
left join planned on true
where held.day is not null or planned.day is not null;
