package dev.streakline.architecture.planted.formatsbehindtheirport.application.format;

public interface ProperPort {}
