package org.dorothydispatch.schedule;

import java.util.List;

/**
 * Something on an office's board changed. Carries codes only: each receiver reads the facts again under its own rights.
 *
 * @param prev the sequence number this follows; a receiver that stands elsewhere has missed something
 * @param seq the office's sequence number now
 * @param visits the visits to read again; none means read the whole board again
 * @param by the name of who did it
 */
public record OfficeChanged(String office, long prev, long seq, List<String> visits, String by) {}
