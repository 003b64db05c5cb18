-- 收费项目: what an item takes money for, as far as the catalogue says it.
create table item_fee (
    code    text not null,
    region  varchar(12) not null,
    edition int not null,
    number  int not null,
    name    text not null,
    amount  text not null check (amount ~ '^[0-9]{1,9}\.[0-9]{2}$'),
    basis   text,
    primary key (code, region, edition, number),
    foreign key (code, region, edition) references service_item (code, region, edition)
);
comment on column item_fee.amount is 'yuan with two decimals, as the catalogue writes it';
select reach_open('item_fee');
