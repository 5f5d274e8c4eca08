package dev.streakline.architecture.planted.commonscsvonlyinhistory.application.streak;

import org.apache.commons.csv.CSVFormat;

record UseCaseReadsCsv(CSVFormat format) {}
