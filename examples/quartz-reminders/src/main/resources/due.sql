select id, patient, phone, visit_date, cast(visit_time as varchar(5)) as visit_time
from appointment
where reminder = 'OPEN' and visit_date = cast(:#tomorrow as date)
order by id
