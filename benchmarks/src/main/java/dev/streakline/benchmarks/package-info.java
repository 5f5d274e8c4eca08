/** What is fast and how fast: each benchmark runs a rival or the physical limit beside ours, and prints ratios. */
@NullMarked
package dev.streakline.benchmarks;

import org.jspecify.annotations.NullMarked;
