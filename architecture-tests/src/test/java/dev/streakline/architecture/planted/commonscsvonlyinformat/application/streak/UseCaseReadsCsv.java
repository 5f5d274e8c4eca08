package dev.streakline.architecture.planted.commonscsvonlyinformat.application.streak;

import org.apache.commons.csv.CSVFormat;

record UseCaseReadsCsv(CSVFormat format) {}
