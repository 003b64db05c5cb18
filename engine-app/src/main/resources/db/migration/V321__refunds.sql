-- 退付: what came late, once more or in another sum is paid back; a payment itself is never changed.
create table refund (
    channel       text not null,
    transaction   text not null,
    order_no      text not null references payment_order (no),
    voucher       text not null unique,
    registered_by text not null,
    registered_at timestamptz not null,
    primary key (channel, transaction),
    foreign key (channel, transaction) references payment (channel, transaction)
);
comment on table refund is 'that money was paid back, registered by an officer of who collects the fee';
comment on column refund.voucher is 'number of the voucher by which it was paid back (退付凭证)';
create index refund_order on refund (order_no);
select reach_rule('refund', 'exists (select from payment_order o where o.no = order_no)');

comment on column payment.use is 'TO_REFUND: it came late, once more or in another sum, and is to be paid back';
create index payment_to_refund on payment (order_no) where use = 'TO_REFUND';
create index payment_order_newest on payment_order (issued_at desc, no);
create index payment_order_open on payment_order (until, no) where state = 'OPEN';
