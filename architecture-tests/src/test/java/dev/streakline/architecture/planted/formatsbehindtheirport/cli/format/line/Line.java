package dev.streakline.architecture.planted.formatsbehindtheirport.cli.format.line;

public record Line(String text) {}
