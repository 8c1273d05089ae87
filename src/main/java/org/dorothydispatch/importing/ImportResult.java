package org.dorothydispatch.importing;

/**
 * How an import ended.
 *
 * @param stored false: nothing at all was stored, and {@code changes} names the problems
 * @param changes what was stored, or would have been
 * @param checked how many planned and confirmed visits were judged anew
 */
public record ImportResult(boolean stored, ImportPreview changes, long checked) {}
