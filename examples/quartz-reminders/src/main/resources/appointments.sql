create table appointment (
    id         varchar(20)  primary key,
    patient    varchar(100) not null,
    phone      varchar(20)  not null,
    visit_date date         not null,
    visit_time time         not null,
    -- OPEN, then SENT, REJECTED (it did not leave and never will) or UNCERTAIN (it may have left)
    reminder   varchar(20)  default 'OPEN' not null,
    reason     varchar(100)
);
