-- Events by their place on the chain, for streams and figures, and records by their place on the map. All of it follows
-- from blocks, so nothing is carried over: the chain is read again from block 0.
truncate record, record_event, record_overlay, record_clock, record_link, ledger_entry, ledger_transaction, record_alarm;
delete from ledger_checkpoint where name = 'records';

alter table record
    add longitude_microdegrees bigint,
    add latitude_microdegrees bigint;

-- town_code and dept are those of the record after the event; tx_index and event_index count from 0.
alter table record_event
    add tx_index int not null,
    add event_index int not null,
    add rule text not null,
    add variant text,
    add at timestamptz not null,
    add town_code text,
    add dept text;
create unique index record_event_position on record_event (block, tx_index, event_index);
create index record_event_rule on record_event (rule, block);
