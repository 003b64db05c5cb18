-- 缴费: what a case has to pay while a special procedure of it runs, and what came for it.
create table fee_assessment (
    case_no     varchar(24) not null,
    procedure   int not null,
    name        text not null,
    cents       bigint not null check (cents >= 0),
    basis       text not null,
    assessed_by text not null,
    assessed_at timestamptz not null,
    primary key (case_no, procedure)
);
comment on table fee_assessment is 'what an officer assessed where the item does not say its fees';
comment on column fee_assessment.procedure is 'which special procedure of the case: the number of its clock';
select reach_rule('fee_assessment', '{number:case_no} or reach_sees(case_no)');

create table payment_order (
    no             text primary key,
    case_no        varchar(24) not null,
    application_no varchar(24) not null,
    procedure      int not null,
    item_name      text not null,
    department     text not null,
    region         varchar(12) not null,
    payer          text not null,
    cents          bigint not null check (cents > 0),
    fees           jsonb not null,
    online         boolean not null,
    issued_at      timestamptz not null,
    until          timestamptz not null,
    state          text not null check (state in ('OPEN', 'PAID', 'WAIVED', 'CANCELLED')),
    settled_at     timestamptz,
    unique (case_no, procedure),
    check ((state = 'OPEN') = (settled_at is null))
);
comment on column payment_order.fees is 'what the sum is made of: name, cents and basis of each';
comment on column payment_order.online is 'whether the item lets it be paid online';
create index payment_order_application on payment_order (application_no);
select reach_rule('payment_order', '{region} or {department} or reach_sees(case_no)');

create table payment (
    channel       text not null check (channel in ('ONLINE', 'WINDOW')),
    transaction   text not null,
    order_no      text not null references payment_order (no),
    cents         bigint not null check (cents > 0),
    receipt       text not null,
    paid_at       timestamptz not null,
    received_at   timestamptz not null,
    use           text not null check (use in ('SETTLES', 'TO_REFUND')),
    registered_by text,
    primary key (channel, transaction),
    check ((channel = 'WINDOW') = (registered_by is not null))
);
comment on column payment.transaction is 'the payment platform''s number of it; of a window''s payment the number of its receipt';
comment on column payment.use is 'TO_REFUND: it came late or once more, and is to be paid back';
create unique index payment_settles on payment (order_no) where use = 'SETTLES';
create index payment_order_no on payment (order_no);
select reach_rule('payment', 'exists (select from payment_order o where o.no = order_no)');
