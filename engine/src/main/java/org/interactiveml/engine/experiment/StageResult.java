package org.interactiveml.engine.experiment;

/**
 * What one stage contributed to a frame.
 *
 * @param stage the stage
 * @param outcome how it ended
 * @param stamp rises with every computation of one evaluation; equal stamps mean the very same outcome, so that a receiver
 *     can tell what is new to it
 * @param nanos time this run spent on it; 0 where an earlier outcome still held
 */
public record StageResult<T>(Stage<T> stage, Outcome<T> outcome, long stamp, long nanos) {}
