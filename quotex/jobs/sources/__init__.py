"""The inputs of a job: files of rows and folders of articles, each split into parts."""
