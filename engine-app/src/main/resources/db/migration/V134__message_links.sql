-- Where a message leads, within the client: officers told of a card open it from their inbox.
alter table notice_message add column link text check (link like '/%');
update notice_message m set link = '/cards/' || split_part(key, ':', 2)
where notice = 'supervision-card' and key ~ '^(card|urging):[0-9]+:';
